import type { Saved } from '../../shared/ipc/channels/fields';
import type { IpcError } from '../../shared/ipc/views';
import { ok, type Result } from '../../shared/result';
import { fail } from '../failure';
import type { Desktop } from './handlers';

/** Saves a text where the person says, under this name unless they choose another. */
export async function saveFile(
  desktop: Pick<Desktop, 'saveText'>,
  name: string,
  text: string,
): Promise<Result<Saved, IpcError>> {
  try {
    return ok({ saved: await desktop.saveText(name, text) });
  } catch {
    return fail('file_not_written');
  }
}
