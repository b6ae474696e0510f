import { escapeHtml } from '../text/escape-html';
import type { Drawing, DrawnShape, Ink } from './drawing';

/** The drawing as SVG that says its colours by variables, as `--ink-text`; whoever uses it gives them. */
export function drawingSvg({ width, height, shapes }: Drawing, description: string): string {
  const inside = shapes.map(shape).join('');
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(description)}">${inside}</svg>`;
}

function shape(item: DrawnShape): string {
  switch (item.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = item;
      return element('rect', { x, y, width, height, rx: radius, ...lookOf(item) });
    }
    case 'circle':
      return element('circle', { cx: item.x, cy: item.y, r: item.radius, ...lookOf(item) });
    case 'path':
      return element('path', { d: item.d, 'stroke-linecap': 'round', ...lookOf(item) });
    case 'text': {
      const { x, y, size, bold, fill, anchor, opacity } = item;
      const weight = bold ? 650 : 400;
      const attributes = {
        x,
        y,
        'font-size': size,
        'font-weight': weight,
        fill: ink(fill),
        'text-anchor': anchor,
        opacity,
      };
      return element('text', attributes, item.text);
    }
  }
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function lookOf({
  fill,
  stroke,
  strokeWidth,
  dash,
  opacity,
}: Exclude<DrawnShape, { kind: 'text' }>): Attributes {
  return {
    fill: ink(fill),
    stroke: stroke === undefined ? undefined : ink(stroke),
    'stroke-width': strokeWidth,
    'stroke-dasharray': dash,
    opacity,
  };
}

function ink(name: Ink): string {
  return name === 'none' ? 'none' : `var(--ink-${name})`;
}

function element(name: string, attributes: Attributes, text?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  return text === undefined ? `<${name}${written}/>` : `<${name}${written}>${escapeHtml(text)}</${name}>`;
}
