/** Says what is left of a key in a text: every run of twelve of its characters, in each usual encoding. */

export const RUN = 12;

/** What every key of its kind has says nothing of this one. */
const PUBLIC = new RegExp(`^sk-(?:proj-|svcacct-|service-|admin-)?|${['T3Blbk', 'FJ'].join('')}`, 'g');

/** The key's runs without any character that all keys share, in small letters and with one kind of hyphen. */
export function runsOfKey(secret: string): ReadonlySet<string> {
  const runs = new Set<string>();
  const plain = secret.replace(PUBLIC, (all) => '\u0000'.repeat(all.length));
  for (let i = 0; i + RUN <= plain.length; i += 1) {
    const run = plain.slice(i, i + RUN);
    if (!run.includes('\u0000')) runs.add(folded(run));
  }
  return runs;
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll('_', '-');
}

/** The runs of a key that a text still holds, each with the reading in which it stands. */
export function runsLeft(secret: string, text: string): readonly string[] {
  const runs = runsOfKey(secret);
  return [...readingsOf(text)].flatMap(([name, reading]) => {
    const squeezed = folded(reading).replace(/[^a-z0-9-]/g, '');
    for (let i = 0; i + RUN <= squeezed.length; i += 1)
      if (runs.has(squeezed.slice(i, i + RUN))) return [`${squeezed.slice(i, i + RUN)} ${name}`];
    return [];
  });
}

const hexToText = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

/** The text as it is and as each encoding would read it. */
function readingsOf(text: string): ReadonlyMap<string, string> {
  const unescaped = text
    .replaceAll(String.fromCharCode(27), '')
    .replace(/\[[0-9;]*[mK]|<\/?\w+[^<>]*>/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/%(?:25)?([0-7][0-9a-f])/gi, (_, hex) => hexToText(hex))
    .replace(/\\+u00([0-7][0-9a-f])|\\+x([0-7][0-9a-f])/gi, (_, a, b) => hexToText(a ?? b))
    .replace(/\\u\{([0-7][0-9a-f])\}|\\U000000(..)|%u00(..)/gi, (_, a, b, c) => hexToText(a ?? b ?? c))
    .replace(/<!--.*?-->|[\ufe00-\ufe0f]/g, '')
    .replace(/&#(\d+);/g, (_, unit) => String.fromCharCode(Number(unit)))
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => hexToText(hex))
    .replace(/&(?:hyphen|lowbar);/g, '-')
    .normalize('NFKC');
  const readings = new Map([
    ['as it is', text],
    ['without escapes', unescaped],
  ]);
  const packed = unescaped.replace(/[\r\n>| ]+/g, '');
  for (const run of packed.match(/[A-Za-z0-9+/_-]{16,}/g) ?? [])
    for (let phase = 0; phase < 4; phase += 1)
      readings.set(
        `base64 of ${run} at ${phase}`,
        Buffer.from(run.slice(phase), 'base64').toString('latin1'),
      );
  for (const run of packed.match(/[0-9a-f]{24,}/gi) ?? [])
    for (let phase = 0; phase < 2; phase += 1)
      readings.set(
        `hexadecimal of ${run} at ${phase}`,
        Buffer.from(run.slice(phase), 'hex').toString('latin1'),
      );
  for (const run of packed.match(/[A-Z2-7]{20,}/g) ?? [])
    for (let phase = 0; phase < 8; phase += 1)
      readings.set(`base32 of ${run} at ${phase}`, fromBase32(run.slice(phase)));
  for (const [name, reading] of readings) if (/^base64/.test(name)) addTwice(readings, name, reading);
  return readings.set('byte by byte', bytesIn(text));
}

function fromBase32(run: string): string {
  const bits = [...run]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}

/** In UTF-16, and once or twice more in base64. */
function addTwice(readings: Map<string, string>, name: string, reading: string): void {
  readings.set(`UTF-16 in ${name}`.replace('base64', 'Base64'), reading.replaceAll('\u0000', ''));
  for (const run of reading.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []) {
    const twice = Buffer.from(run, 'base64').toString('latin1');
    readings.set(`twice ${name}`, twice);
    for (const inner of twice.match(/[A-Za-z0-9+/_-]{16,}/g) ?? [])
      readings.set(`three times ${name}`, Buffer.from(inner, 'base64').toString('latin1'));
  }
}

/** What programs list as numbers: hexadecimal, decimal and octal, one after the other. */
function bytesIn(text: string): string {
  const listed = (pattern: RegExp, base: number) =>
    [...text.matchAll(pattern)]
      .map(([, digits]) => Number.parseInt(digits ?? '', base))
      .filter((byte) => byte > 0);
  return [
    listed(/(?<![0-9a-z])(?:0x|u\+00)?([0-9a-f]{2})(?![0-9a-f])/gi, 16),
    listed(/(?<!\d)(\d{2,3})(?!\d)/g, 10),
    listed(/\\([01][0-7]{2})/g, 8),
    listed(/(?<!\d)0([01][0-7]{2})(?!\d)/g, 8),
    [...Buffer.from((text.match(/[0-9a-f]{24,}/gi) ?? []).join(''), 'hex')].filter((byte) => byte > 0),
  ]
    .map((bytes) => String.fromCharCode(...bytes))
    .join('\n');
}
