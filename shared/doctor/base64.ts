const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** ASCII text that is written in base64, as a manifest holds a secret; null where it is no such text. */
export function asciiOfBase64(text: string): string | null {
  const letters = text.replace(/\s+/g, '').replace(/=+$/, '');
  let [bits, count, result] = [0, 0, ''];
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    const code = (bits >> count) & 0xff;
    if (code > 126) return null;
    result += String.fromCharCode(code);
  }
  return result.trim();
}
