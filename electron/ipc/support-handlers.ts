import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { Saved } from '../../shared/ipc/calls/call';
import type { Application } from '../app/application';
import { fail } from '../base/failure';
import { bundleText } from '../support/bundle';
import type { DesktopActions } from './handlers';
import type { Handlers } from './register';
import type { SavedFiles } from './saved-files';

/** Enough to see what led to a failure, few enough to be read before they are sent. */
const MOST_LINES = 300;

/** Of the log on the screen, in characters. All of it can be copied: `app:copy_text` takes more. */
const MOST_SHOWN = 80_000;

export function supportHandlers(app: Application, desktop: DesktopActions, files: SavedFiles) {
  /** What the person has been shown: nothing else is ever saved. */
  let shown: { readonly id: string; readonly text: string } | null = null;
  let count = 0;
  return {
    'app:preview_support': async () => {
      const { keys, admin, cases } = app.workspace;
      const text = bundleText({
        at: desktop.now().toISOString(),
        info: app.info(),
        settings: app.readSettings(),
        probing: app.readProbing(),
        vault: await keys.vaultStatus(),
        counts: {
          keys: keys.list().length,
          adminKeys: admin.keys.list().length,
          cases: cases.list().length,
        },
        errors: desktop.log.read(MOST_LINES),
      });
      count += 1;
      shown = { id: `support-${count}`, text };
      return ok(shown);
    },
    'app:save_support': async ({ id }): Promise<Result<Saved, IpcError>> =>
      shown?.id === id
        ? files.saveDated('model-access-doctor-support', 'txt', shown.text)
        : fail('not_found'),
    'app:read_log': () => ok(desktop.log.entries(MOST_SHOWN)),
    'app:storage': () => ok({ database: desktop.databaseFile, log: desktop.log.file }),
    'app:licences': () => ok(desktop.licences()),
    'app:show_data': (): Result<null, IpcError> => showFile(desktop, desktop.databaseFile),
    'app:show_log': (): Result<null, IpcError> => showFile(desktop, desktop.log.file),
  } satisfies Partial<Handlers>;
}

function showFile(desktop: DesktopActions, file: string | null): Result<null, IpcError> {
  if (file === null) return fail('not_found');
  desktop.showInFolder(file);
  return ok(null);
}
