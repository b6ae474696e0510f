/** In which encodings a text file may be written: UTF-8; UTF-16, as Windows shells write it; and Shift_JIS, as Japanese Excel does. */

/** Labels of the Encoding Standard, to be tried in this order; none where the bytes are no text. */
export function encodingsOfText(bytes: Uint8Array): readonly string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return bytes.includes(0) ? [] : ['utf-8', 'shift_jis'];
}
