import { basename } from 'node:path';
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { Saved } from '../../shared/ipc/calls/call';
import { fail } from '../base/failure';
import type { FileText } from '../base/file-text';
import { localDay } from '../base/local-day';
import type { DesktopActions } from './handlers';

/**
 * Saves files where the person says, and shows the last one in its folder. The window knows it by an id of this run's,
 * and neither learns a path nor names one.
 */
export class SavedFiles {
  readonly #desktop: Pick<DesktopActions, 'now' | 'saveText' | 'showInFolder'>;
  #count = 0;
  #last: { readonly id: string; readonly path: string } | null = null;

  constructor(desktop: Pick<DesktopActions, 'now' | 'saveText' | 'showInFolder'>) {
    this.#desktop = desktop;
  }

  /** Under this name and today's date, as files of one sort are told apart by when they were made. */
  saveDated(name: string, ending: string, text: FileText): Promise<Result<Saved, IpcError>> {
    return this.save(`${name}-${localDay(this.#desktop.now())}.${ending}`, text);
  }

  /** Under this name, unless the person chooses another. */
  async save(name: string, text: FileText): Promise<Result<Saved, IpcError>> {
    try {
      const path = await this.#desktop.saveText(name, text);
      if (path === null) return ok({ saved: false });
      this.#count += 1;
      this.#last = { id: `saved-${this.#count}`, path };
      return ok({ saved: true, id: this.#last.id, name: basename(path) });
    } catch {
      return fail('file_not_written');
    }
  }

  show(id: string): Result<null, IpcError> {
    if (this.#last?.id !== id) return fail('not_found');
    this.#desktop.showInFolder(this.#last.path);
    return ok(null);
  }
}
