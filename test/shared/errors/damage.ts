/** Ways in which an error text changes between the program that printed it and the paste box. */

export interface Damage {
  readonly name: string;
  readonly apply: (text: string) => string;
}

/** A terminal of fixed width: lines are cut inside words. */
export function hardWrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width - indent.length}}`, 'gu')) ?? [''])
    .map((line) => indent + line)
    .join('\n');
}

/** A pager or log library: lines are broken at blanks. */
export function softWrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => {
      let column = 0;
      return line
        .split(' ')
        .map((word) => {
          const breaks = column > 0 && column + word.length > width;
          column = (breaks ? 0 : column) + word.length + 1;
          return breaks ? `\n${indent}${word}` : word;
        })
        .join(' ');
    })
    .join('\n');
}

const prefixed = (prefix: string) => (text: string) =>
  text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');

export const DAMAGES: readonly Damage[] = [
  { name: 'wrapped at 48 columns', apply: (text) => hardWrap(text, 48) },
  { name: 'wrapped at 80 columns and indented', apply: (text) => hardWrap(text, 80, '    ') },
  { name: 'broken at blanks and indented', apply: (text) => softWrap(text, 50, '      ') },
  { name: 'indented', apply: prefixed('        ') },
  { name: 'quoted in a mail', apply: prefixed('> ') },
  { name: 'in a box of a terminal', apply: prefixed('│ ') },
  { name: 'in a fence', apply: (text) => `\`\`\`\n${text}\n\`\`\`` },
  { name: 'in bold', apply: (text) => `**${text}**` },
  { name: 'with Windows line ends', apply: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'with curly quotes', apply: (text) => text.replace(/"([^"]*)"/g, '“$1”').replaceAll("'", '’') },
  { name: 'without backticks', apply: (text) => text.replaceAll('`', '') },
  { name: 'with full-width punctuation', apply: (text) => text.replaceAll(': ', ':').replaceAll('"', '"') },
  { name: 'with blanks that do not break', apply: (text) => text.replaceAll(' ', '\u00a0') },
  {
    name: 'with hidden characters',
    apply: (text) => text.replaceAll(' ', ' \u200b').replaceAll('e', 'e\u00ad'),
  },
  { name: 'between marks of direction', apply: (text) => `\u202b${text}\u202c` },
  { name: 'as a JSON string', apply: (text) => JSON.stringify({ level: 'error', msg: text }) },
  {
    name: 'as JSON inside JSON',
    apply: (text) => JSON.stringify({ body: JSON.stringify({ detail: text }) }),
  },
  {
    name: 'in colour',
    apply: (text) =>
      text
        .split(' ')
        .map((word) => `\u001b[31m${word}\u001b[0m`)
        .join(' '),
  },
  { name: 'with visible colour codes', apply: (text) => `←[31;1m${text}←[0m` },
  {
    name: 'in HTML',
    apply: (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  },
  {
    name: 'after a time stamp',
    apply: (text) => `2026-11-02 10:00:07,123 [worker-3] ERROR app.llm - ${text}`,
  },
  {
    name: 'in Japanese prose',
    apply: (text) => `昨晩から次のように表示されて困っています。\n${text}\nどなたか教えてください。`,
  },
  { name: 'in Chinese prose', apply: (text) => `请问一下,运行之后报错:\n${text}\n有人遇到过吗?` },
  {
    name: 'in German prose',
    apply: (text) => `Hallo zusammen, seit gestern bekomme ich das hier:\n${text}\nWas kann ich tun? Danke!`,
  },
  { name: 'in Arabic prose', apply: (text) => `مرحبا، تظهر لي هذه الرسالة:\n${text}\nشكرا` },
];
