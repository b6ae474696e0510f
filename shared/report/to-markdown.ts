import type { Block, Document } from './document';

/** Everything that Markdown or the HTML in it would read as its own. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\`*{}[\]<>#|~!&]/g, (sign) => `\\${sign}`)
      // Inside a word it marks nothing, and ids stay fit for searching.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** A text at the start of a line must not begin a list, a quotation or a number. */
function line(text: string): string {
  return escaped(text).replace(/^([-+=]|\d+[.)])/, (sign) =>
    /\d/.test(sign) ? sign.replace(/[.)]/, '\\$&') : `\\${sign}`,
  );
}

/** Longer than any run of backticks inside, so that the text cannot close it. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}

function block(item: Block): string {
  switch (item.kind) {
    case 'paragraph':
      return line(item.text);
    case 'list':
      return item.items.map((text) => `- ${line(text)}`).join('\n');
    case 'steps':
      return item.items.map((text, index) => `${index + 1}. ${line(text)}`).join('\n');
    case 'link':
      return `${line(item.text)}: <${item.url}>`;
    case 'drawing':
      return line(item.description);
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
      const rule = `| ${item.columns.map(() => '---').join(' | ')} |`;
      return [row(item.columns), rule, ...item.rows.map(row)].join('\n');
    }
    case 'code':
      return fenced(item.text);
  }
}

export function toMarkdown(document: Document): string {
  const sections = document.sections.map(({ heading, blocks }) =>
    [`## ${escaped(heading)}`, ...blocks.map(block)].join('\n\n'),
  );
  return `${[`# ${escaped(document.title)}`, ...document.lead.map(line), ...sections].join('\n\n')}\n`;
}
