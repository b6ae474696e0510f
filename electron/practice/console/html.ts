import { escapeHtml } from '../../../shared/text/escape-html';

/** Markup that is known to be safe: everything put into it was escapeHtml, unless it is markup itself. */
export interface Html {
  readonly kind: 'html';
  readonly text: string;
}

type Piece = Html | string | number | null | false | readonly Piece[];

export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const text = strings.map((string, index) => string + render(pieces[index] ?? null)).join('');
  return { kind: 'html', text };
}

function render(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return isMarkup(piece) ? piece.text : piece.map(render).join('');
}

function isMarkup(piece: Html | readonly Piece[]): piece is Html {
  return !Array.isArray(piece);
}
