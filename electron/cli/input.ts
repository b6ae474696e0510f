/** What is read: a file, or standard input. Nothing is kept, and nothing waits without saying so. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/base/result';
import { encodingsOfText } from '../../shared/text/encoding';
import type { CliIo, Talk } from './io';
import { tell } from './trouble';

/** In bytes; what follows is left out, so that memory stays bounded. */
const LONGEST_INPUT = 64_000_000;

export type InputTrouble = 'missing' | 'folder' | 'unreadable' | 'not_text';

/** Opened for reading alone. A pipe such as `<(command)` is a file as well. */
export async function readTextFile(path: string): Promise<Result<string, InputTrouble>> {
  try {
    const file = await open(path, constants.O_RDONLY);
    try {
      if ((await file.stat()).isDirectory()) return err('folder');
      return decoded(await piecesOf(file.createReadStream({ autoClose: false })));
    } finally {
      await file.close();
    }
  } catch (error) {
    return err(isMissing(error) ? 'missing' : 'unreadable');
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** All pieces of a stream up to `LONGEST_INPUT`. */
export async function piecesOf(input: AsyncIterable<unknown>, onPiece = () => {}): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of input) {
    onPiece();
    if (!(piece instanceof Uint8Array)) continue;
    pieces.push(Buffer.from(piece));
    length += piece.length;
    if (length >= LONGEST_INPUT) break;
  }
  return Buffer.concat(pieces).subarray(0, LONGEST_INPUT);
}

/** A log may hold a broken letter somewhere, which is no reason to leave the rest unread. */
export function decoded(bytes: Uint8Array): Result<string, 'not_text'> {
  const [first, ...others] = encodingsOfText(bytes);
  if (first === undefined) return err('not_text');
  for (const encoding of [first, ...others]) {
    try {
      return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      // The next one may fit.
    }
  }
  return ok(new TextDecoder(first).decode(bytes));
}

/** Milliseconds after which a program that waits for its input says so. */
const SILENCE = 3_000;

/** All of standard input. At a terminal it is said at once what is awaited; at a pipe that stays silent, after a while. */
export async function textOfInput(io: CliIo, talk: Talk): Promise<Result<string, InputTrouble>> {
  const ask = () => {
    tell('cli.explain.waiting', {}, 'yes', io, talk);
  };
  // What is typed ahead would be faster than any timer.
  if (io.inputIsTerminal) ask();
  const timer = io.inputIsTerminal ? undefined : setTimeout(ask, SILENCE);
  try {
    return decoded(await piecesOf(io.input, () => clearTimeout(timer)));
  } catch {
    return err('unreadable');
  } finally {
    clearTimeout(timer);
  }
}

/** Lines of a stream whose pieces end anywhere; the last one needs no line break. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let pending: string[] = [];
  for await (const piece of input) {
    const parts = decoder.decode(piece, { stream: true }).split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      yield [...pending, part].join('');
      pending = [];
    }
    pending.push(last);
  }
  const rest = pending.join('') + decoder.decode();
  if (rest !== '') yield rest;
}

/** What a person types at a terminal, up to the end of the line. */
export async function typedLine(input: AsyncIterable<Uint8Array>): Promise<string> {
  for await (const line of linesOf(input)) return line;
  return '';
}
