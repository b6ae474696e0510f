import { redact } from '../redaction/redact';
import type { DrawnShape } from '../wizard/drawing';
import type { Block, Document } from './document';

/** Text by text, so that no placeholder can tear the file's own structure apart. */
export function redacted(document: Document): Document {
  const shape = (item: DrawnShape): DrawnShape =>
    item.kind === 'text' ? { ...item, text: redact(item.text) } : item;
  const block = (item: Block): Block => {
    switch (item.kind) {
      case 'paragraph':
      case 'code':
        return { ...item, text: redact(item.text) };
      case 'link':
        return { ...item, text: redact(item.text) };
      case 'drawing':
        return { ...item, drawing: { ...item.drawing, shapes: item.drawing.shapes.map(shape) } };
      case 'list':
      case 'steps':
        return { ...item, items: item.items.map((text) => redact(text)) };
      case 'table':
        return { ...item, rows: item.rows.map((row) => row.map((cell) => redact(cell))) };
    }
  };
  return {
    title: redact(document.title),
    lead: document.lead.map((text) => redact(text)),
    sections: document.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(block) })),
  };
}
