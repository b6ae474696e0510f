import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ErrorCode } from '../../shared/base/error-codes';
import { err, ok, type Result } from '../../shared/base/result';
import { encodingsOfText } from '../../shared/text/encoding';

/** In bytes. Far above any list of keys. */
const MAX_KEY_FILE = 5_000_000;

/** Without waiting: opening a named pipe would last until somebody writes to it. Windows has neither the trouble nor the flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a file that may hold keys. It is opened for reading alone, so it cannot be changed. */
export async function readKeyFile(path: string): Promise<Result<string, ErrorCode>> {
  try {
    const file = await open(path, FLAGS);
    try {
      const stat = await file.stat();
      // A pipe or a device might never end.
      if (!stat.isFile()) return err('file_unreadable');
      if (stat.size > MAX_KEY_FILE) return err('file_too_large');
      const bytes = await readUpTo(file, MAX_KEY_FILE + 1);
      return bytes.length > MAX_KEY_FILE ? err('file_too_large') : decode(bytes);
    } finally {
      await file.close();
    }
  } catch {
    return err('file_unreadable');
  }
}

/** The size that a file states is not binding: it may grow meanwhile, and some systems state none. */
async function readUpTo(file: FileHandle, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await file.read(bytes, length, most - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

function decode(bytes: Uint8Array): Result<string, ErrorCode> {
  for (const encoding of encodingsOfText(bytes)) {
    const read = textOf(bytes, encoding);
    if (read.ok) return read;
  }
  return err('file_not_text');
}

function textOf(bytes: Uint8Array, encoding: string): Result<string, ErrorCode> {
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return err('file_not_text');
  }
}
