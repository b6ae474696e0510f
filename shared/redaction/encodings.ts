/** The forms in which a value may stand in a text: as it is, and as addresses, JSON and base64 write it. */

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function encodingsOf(value: string): readonly string[] {
  const wellFormed = value.toWellFormed();
  const forms = [
    value,
    encodeURIComponent(wellFormed),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(JSON.stringify(value).slice(1, -1)).slice(1, -1),
    ...base64Forms(utf8(wellFormed)),
  ];
  return [...new Set(forms)].filter((form) => form.length > 0);
}

/**
 * Base64 of the bytes at each of the three positions they can have inside a longer text: the first and last
 * characters depend on the neighbours and are left out. Also in the alphabet for addresses.
 */
function base64Forms(bytes: readonly number[]): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = [...Array<number>(before).fill(0), ...bytes];
    const whole = Math.floor((padded.length * 8) / 6);
    const form = base64(padded).slice(Math.ceil((before * 8) / 6), whole);
    return form.length < 6 ? [] : [form, form.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += [18, 12, 6, 0].map((shift) => BASE64.charAt((triple >> shift) & 63)).join('');
  }
  return text;
}

function utf8(text: string): readonly number[] {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let i = 0; i < escaped.length; i += 1) {
    if (escaped[i] === '%') {
      bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(escaped.charCodeAt(i));
  }
  return bytes;
}
