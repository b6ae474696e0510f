/** What the channels about administration and reports do. */

import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { CaseView } from '../../shared/case/views';
import type { Saved } from '../../shared/ipc/calls/call';
import { OPENAI_BASE_URL } from '../../shared/keys/key';
import { guide } from '../../shared/report/guide';
import { misreadingText } from '../../shared/report/misreading';
import { mailAddress, messageText, ownerMessage } from '../../shared/report/owner-message';
import { REPORT_EXTENSIONS, report } from '../../shared/report/report';
import type { Application } from '../app/application';
import { fail } from '../base/failure';
import type { DesktopActions } from './handlers';
import type { Handlers } from './register';
import type { SavedFiles } from './saved-files';

export function adminHandlers(app: Application) {
  const admin = () => app.workspace.admin;
  return {
    'admin:keys': () => ok(admin().keys.list()),
    'admin:add_key': (request) => admin().keys.add(request),
    'admin:delete_key': ({ id }) => admin().keys.remove(id),
    'admin:check_key': ({ id }) => admin().checkKey(id),
    'admin:projects': ({ id }) => ok(admin().keys.projects(id)),
    'admin:known_models': ({ id }) => ok(admin().changes.knownModels(id)),
    'admin:read_project': (place) => admin().changes.read(place),
    'admin:offer': ({ id }) => admin().offer(id),
    'admin:inspect': ({ id }) => admin().inspect(id),
    'admin:preview': ({ wish, ...place }) => admin().changes.preview(place, wish),
    'admin:preview_undo': ({ id }) => admin().changes.previewUndo(id),
    'admin:apply': ({ id }) => admin().changes.apply(id),
    'admin:settle': ({ id }) => admin().changes.settle(id),
    'admin:changes': () => ok(admin().changes.history()),
  } satisfies Partial<Handlers>;
}

export function reportHandlers(app: Application, desktop: DesktopActions, files: SavedFiles) {
  const withCase = async <T>(id: string, then: (view: CaseView) => Promise<Result<T, IpcError>>) => {
    const view = app.workspace.cases.read(id);
    return view.ok ? then(view.value) : view;
  };
  return {
    'report:save': ({ id, language, format }) =>
      withCase(id, (view) => {
        const { version, electronVersion, platform, mode } = app.info();
        const context = { at: desktop.now().toISOString(), version, electronVersion, platform, mode };
        const name = `model-access-report.${REPORT_EXTENSIONS[format]}`;
        return files.save(name, report(view, context, language, format));
      }),
    'report:save_message': ({ id, language, form }) =>
      withCase(id, (view) => {
        const text = messageText(ownerMessage(view, language, form), form);
        return files.save(`message-for-the-owner.${form === 'ticket' ? 'md' : 'txt'}`, `${text}\n`);
      }),
    'report:save_guide': ({ id, language }) =>
      withCase(id, (view) => {
        const { cases, keys, consoleOrigin } = app.workspace;
        const { version, mode } = app.info();
        const key = view.keyId === null ? null : keys.find(view.keyId);
        const context = {
          at: desktop.now().toISOString(),
          version,
          mode,
          consoleOrigin,
          baseUrl: key?.baseUrl ?? OPENAI_BASE_URL,
          project: cases.projectOf(id),
        };
        return files.save('model-access-guide.html', guide(view, context, language));
      }),
    'report:save_misreading': ({ id, ...correction }) =>
      withCase(id, async ({ text, reading }): Promise<Result<Saved, IpcError>> => {
        if (text === null || reading === null) return fail('not_found');
        const { version } = app.info();
        return files.saveDated('misread-text', 'md', misreadingText({ text, reading }, correction, version));
      }),
    'report:mail_message': ({ id, language }) =>
      withCase(id, async (view): Promise<Result<{ readonly pasted: boolean }, IpcError>> => {
        const message = ownerMessage(view, language, 'email');
        const { url, whole } = mailAddress(message, language);
        try {
          if (!whole) await desktop.copyText(message.body);
          await desktop.openMail(url);
          return ok({ pasted: !whole });
        } catch {
          return fail('mail_failed');
        }
      }),
  } satisfies Partial<Handlers>;
}
