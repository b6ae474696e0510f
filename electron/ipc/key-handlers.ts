/** What the channels about keys and imports do. */

import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { ImportWish } from '../../shared/ipc/calls/keys';
import { foreignHost, readBaseUrl } from '../../shared/keys/base-url';
import type { ImportState } from '../../shared/keys/import/preview';
import type { Application } from '../app/application';
import { fail } from '../base/failure';
import type { ImportService } from '../keys/import-service';
import type { DesktopActions } from './handlers';
import type { Handlers } from './register';

export function keyHandlers(app: Application, desktop: DesktopActions) {
  const keys = () => app.workspace.keys;
  return {
    'keys:list': () => ok(keys().list()),
    'keys:add': (request) => keys().add(request),
    'keys:edit': ({ id, ...wish }) => keys().edit(id, wish),
    'keys:rotate': ({ id, secret }) => keys().rotate(id, secret),
    'keys:delete': ({ ids }) => keys().remove(ids),
    'keys:undo_delete': () => keys().undoRemove(),
    'keys:activity': () =>
      ok({
        deleted: keys().deleted(),
        recovered: keys().recovered(),
        unreadable: keys().unreadable(),
      }),
    'keys:dismiss_recovered': () => {
      keys().dismissRecovered();
      return ok(null);
    },
    'keys:copy_secret': async ({ id }): Promise<Result<null, IpcError>> => {
      const target = await keys().target(id);
      if (!target.ok) return target;
      await desktop.copySecret(target.value.secret);
      return ok(null);
    },
    'keys:review_vault': () => keys().reviewVault(),
    'keys:adopt_unclaimed': ({ account }) => keys().adoptUnclaimed(account),
    'keys:delete_unclaimed': ({ account }) => keys().deleteUnclaimed(account),
    'keys:accept_changed': ({ id }) => keys().acceptChanged(id),
    'keys:vault_status': async () => ok(await keys().vaultStatus()),
    'keys:use_session_only': async () => ok(await keys().useSessionOnly()),
    'keys:retry_vault': async () => ok(await keys().retryVault()),
  } satisfies Partial<Handlers>;
}

export function importHandlers(app: Application, desktop: DesktopActions) {
  /** Practice has none: a real key has no business there. */
  const withImports = <T>(use: (imports: ImportService) => T) => {
    const { imports } = app.workspace;
    return imports === null ? fail('practice_only') : use(imports);
  };
  return {
    'imports:state': () => withImports((imports) => ok(imports.state())),
    'imports:text': ({ text }) => withImports((imports) => imports.fromText(text)),
    'imports:file': () =>
      withImports(async (imports) => {
        const path = await desktop.chooseFile();
        return path === null ? ok(imports.state()) : imports.fromFile(path);
      }),
    'imports:dropped': ({ path }) => withImports((imports) => imports.fromFile(path)),
    'imports:environment': () => withImports((imports) => imports.fromEnvironment()),
    'imports:commit': (wish) => withImports((imports) => commit(imports, desktop, wish)),
    'imports:cancel': () => withImports((imports) => ok(imports.cancel())),
  } satisfies Partial<Handlers>;
}

/**
 * Keys from a file or from the environment are ones that the window never saw. Were it taken over, it could have them
 * sent to a host of its choice: for any host but OpenAI's and this machine, the person is asked where no page can answer.
 */
export async function commit(
  imports: Pick<ImportService, 'commit' | 'state'>,
  desktop: Pick<DesktopActions, 'confirmHost'>,
  wish: ImportWish,
): Promise<Result<ImportState, IpcError>> {
  const baseUrl = wish.baseUrl === null ? null : readBaseUrl(wish.baseUrl);
  const host = baseUrl?.ok === true ? foreignHost(baseUrl.value) : null;
  if (host !== null && !(await desktop.confirmHost(host))) return ok(imports.state());
  return imports.commit(wish);
}
