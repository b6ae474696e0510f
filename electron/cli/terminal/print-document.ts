/** A document as text for a terminal, or for a file or pipe in its place. */
import type { Block, Document } from '../../../shared/report/document';
import { visibleText } from '../../../shared/text/visible';
import { type Screen, type Style, shownOn, styled } from './screen';
import { wrap } from './width';

/** Below this many columns nothing is indented. */
const NARROW = 40;

/** Signs that steer a terminal are spelled out, so that a text can only be read. Secrets have to be gone already: `redacted`. */
export function printed(document: Document, screen: Screen, titleStyle: Style = 'bold'): string {
  const title = styledLines(paragraph(document.title, '', screen), titleStyle, screen);
  const lead = document.lead.map((text) => paragraph(text, indentOf(screen), screen).join('\n'));
  const sections = document.sections.map(({ heading, blocks }) => sectionText(heading, blocks, screen));
  return `${shownOn(screen, [[title, ...lead].join('\n'), ...sections].join('\n\n'))}\n`;
}

function indentOf({ width }: Screen): string {
  return width < NARROW ? '' : '  ';
}

function sectionText(heading: string, blocks: readonly Block[], screen: Screen): string {
  const body = blocks.flatMap((block) => linesOf(block, screen));
  if (heading === '') return body.join('\n');
  return [styledLines(paragraph(heading, '', screen), 'bold', screen), ...body].join('\n');
}

function linesOf(block: Block, screen: Screen): readonly string[] {
  const indent = indentOf(screen);
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.text, indent, screen);
    case 'list':
      return block.items.flatMap((item) => itemLines('• ', item, screen));
    case 'steps':
      return block.items.flatMap((item, index) => itemLines(`${index + 1}. `, item, screen));
    case 'link':
      return [
        ...paragraph(block.text, indent, screen),
        ...paragraph(block.url, indent, screen).map((line) => styled('underline', line, screen)),
      ];
    case 'drawing':
      return paragraph(block.description, indent, screen);
    case 'table':
      return block.rows.flatMap((row) =>
        itemLines('• ', row.filter((cell) => cell !== '').join(' · '), screen),
      );
    case 'code':
      return block.text.split('\n').flatMap((line) => quoted(line, screen));
  }
}

function paragraph(text: string, indent: string, { width }: Screen): readonly string[] {
  return visibleText(text)
    .split('\n')
    .flatMap((line) => wrap(line, width - indent.length).map((part) => indent + part));
}

/** An item may have lines of its own below its first. */
function itemLines(mark: string, text: string, screen: Screen): readonly string[] {
  const indent = indentOf(screen);
  const hanging = ' '.repeat(mark.length);
  return paragraph(text, indent + hanging, screen).map((line, index) =>
    index === 0 ? indent + mark + line.slice(indent.length + mark.length) : line,
  );
}

function quoted(line: string, screen: Screen): readonly string[] {
  const mark = `${indentOf(screen)}│ `;
  return wrap(visibleText(line), screen.width - mark.length).map((part) =>
    styled('yellow', mark + part, screen),
  );
}

function styledLines(lines: readonly string[], style: Style, screen: Screen): string {
  return lines.map((line) => styled(style, line, screen)).join('\n');
}
