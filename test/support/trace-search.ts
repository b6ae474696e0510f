/** Looks for a secret in whatever form a program may have left it. */

/** Long enough to be nobody else's, short enough to be whole inside any excerpt. */
const PIECE = 24;

/** A piece from the middle of a secret, as bytes, in each form in which it may stand in a file or in memory. */
export function formsOf(secret: string): ReadonlyMap<string, Buffer> {
  const start = Math.floor((secret.length - PIECE) / 2);
  const piece = secret.slice(start, start + PIECE);
  const bytes = Buffer.from(piece, 'utf8');
  const forms = new Map<string, Buffer>([
    ['UTF-8', bytes],
    ['UTF-16', Buffer.from(piece, 'utf16le')],
    ['hexadecimal', Buffer.from(bytes.toString('hex'))],
    ['URL-escaped', Buffer.from(escaped(piece, (hex) => `%${hex}`))],
    ['JSON-escaped', Buffer.from(escaped(piece, (hex) => `\\u00${hex.toLowerCase()}`))],
    ['backwards', Buffer.from([...piece].reverse().join(''))],
  ]);
  for (const phase of [0, 1, 2]) forms.set(`base64, phase ${phase}`, base64At(bytes, phase));
  return forms;
}

function escaped(text: string, write: (hex: string) => string): string {
  return [...text].map((letter) => write(letter.charCodeAt(0).toString(16).toUpperCase())).join('');
}

/** The part of the encoding that does not depend on what stands before and after. */
function base64At(bytes: Buffer, phase: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(phase), bytes]).toString('base64');
  const from = phase === 0 ? 0 : 4;
  return Buffer.from(encoded.slice(from, encoded.length - 4));
}

export interface Place {
  readonly name: string;
  readonly content: Buffer;
}

/** Every secret, in every form, in every place: which were found, as sentences for a test to show. */
export function findTraces(
  secrets: ReadonlyMap<string, string>,
  places: readonly Place[],
): readonly string[] {
  return [...secrets].flatMap(([name, secret]) =>
    [...formsOf(secret)].flatMap(([form, bytes]) =>
      places
        .filter(({ content }) => content.includes(bytes))
        .map((place) => `${name} as ${form} in ${place.name}`),
    ),
  );
}
