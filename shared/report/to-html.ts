import type { Language } from '../base/settings';
import { escapeHtml } from '../text/escape-html';
import { drawingSvg } from '../wizard/drawing-svg';
import type { Block, Document } from './document';

function block(item: Block): string {
  switch (item.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(item.text)}</p>`;
    case 'list':
      return `<ul>${item.items.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
    case 'steps':
      return `<ol>${item.items.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ol>`;
    case 'link':
      return `<p><a href="${escapeHtml(item.url)}">${escapeHtml(item.text)}</a><br><span class="address">${escapeHtml(item.url)}</span></p>`;
    case 'drawing':
      return `<figure>${drawingSvg(item.drawing, item.description)}</figure>`;
    case 'table': {
      const row = (cells: readonly string[], tag: 'td' | 'th') =>
        `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
      const body = item.rows.map((cells) => row(cells, 'td')).join('\n');
      return `<table><thead>${row(item.columns, 'th')}</thead><tbody>\n${body}\n</tbody></table>`;
    }
    case 'code':
      return `<pre>${escapeHtml(item.text)}</pre>`;
  }
}

const STYLE = `
:root { color-scheme: light dark; --ink-text: #1c262f; --ink-faint: #667684; --ink-surface: #fff; --ink-sunken: #f4f7f9; --ink-border: #d0d9e0; --ink-blank: #e8edf1; --ink-accent: #0f7480; --ink-accentSoft: #e3f3f4; --ink-bad: #b3261e; }
@media (prefers-color-scheme: dark) { @media screen { :root { --ink-text: #d7dfe6; --ink-faint: #a2b0bc; --ink-surface: #19222a; --ink-sunken: #121a20; --ink-border: #36424d; --ink-blank: #26313a; --ink-accent: #6ccbd4; --ink-accentSoft: #12343a; --ink-bad: #ff9d94; } } }
body { font: 15px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", sans-serif; max-width: 52rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .4rem; overflow-wrap: anywhere; text-wrap: balance; }
p, li { text-wrap: pretty; }
:lang(ja) { word-break: auto-phrase; line-break: strict; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
.lead { opacity: .78; margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .87rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .55rem; border-bottom: 1px solid #8885; overflow-wrap: anywhere; }
th, td:nth-child(-n+2) { white-space: nowrap; }
th { font-weight: 600; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .82rem/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; border: 1px solid #8885; border-radius: 8px; padding: .8rem 1rem; }
ol { padding-left: 1.4rem; }
a { color: var(--ink-accent); }
.address { font-size: .82rem; opacity: .78; overflow-wrap: anywhere; }
figure { margin: .8rem 0; max-width: 27.5rem; }
figure svg { display: block; width: 100%; font-family: inherit; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 10pt; line-height: 1.5; }
  h1 { font-size: 16pt; }
  section { margin-top: 5mm; }
  h2 { margin: 0 0 2mm; break-after: avoid; }
  p, ul, ol, pre { margin: 0 0 2mm; }
  .lead { margin: 0; }
  pre { padding: 2mm 3mm; }
  p:has(+ pre) { break-after: avoid; }
  section:not(:has(table)) { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  tr, li, pre { break-inside: avoid; }
  thead { display: table-header-group; }
  section:has(figure) { display: grid; grid-template-columns: minmax(0, 1fr) 78mm; column-gap: 7mm; }
  section:has(figure) > * { grid-column: 1; margin-bottom: 2mm; }
  section > figure { grid-column: 2; grid-row: 1 / span 30; margin: 0; max-width: none; break-inside: avoid; }
  section:has(figure ~ figure) { grid-template-columns: minmax(0, 1fr) 66mm; }
  section:has(figure ~ figure) > figure { grid-row: auto; margin-bottom: 2mm; }
  section:has(figure ~ figure) > p:first-of-type,
  section:has(figure ~ figure) > figure:last-of-type ~ * { grid-column: 1 / -1; }
}
@page { margin: 14mm 18mm; }`;

/** One file that needs nothing else and may do nothing: no script, no request, no form. */
export function toHtml(document: Document, language: Language): string {
  const sections = document.sections.map(
    ({ heading, blocks }) =>
      `<section><h2>${escapeHtml(heading)}</h2>\n${blocks.map(block).join('\n')}</section>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(document.title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<header><h1>${escapeHtml(document.title)}</h1>
${document.lead.map((text) => `<p class="lead">${escapeHtml(text)}</p>`).join('\n')}</header>
${sections.join('\n')}
</body>
</html>
`;
}
