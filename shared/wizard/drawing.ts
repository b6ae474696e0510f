/** A drawing as plain shapes: the window shows them, and a file has them written down. */

/** Colours by what they are for; whoever shows a drawing says which they are. */
const INKS = [
  'text',
  'faint',
  'surface',
  'sunken',
  'border',
  'blank',
  'accent',
  'accentSoft',
  'bad',
  'none',
] as const;
export type Ink = (typeof INKS)[number];

interface Look {
  readonly fill: Ink;
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
  readonly dash?: string;
  /** Of what is there and not to be used. */
  readonly opacity?: number;
}

export type DrawnShape =
  | ({ readonly kind: 'rect'; readonly radius: number } & Place & Look)
  | ({ readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number } & Look)
  | ({ readonly kind: 'path'; readonly d: string } & Look)
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly fill: Ink;
      readonly anchor: 'start' | 'middle';
      readonly opacity?: number;
    };

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DrawnShape[];
}

const SIZE = 13.5;

interface LabelLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: Ink;
  readonly anchor?: 'start' | 'middle';
  readonly opacity?: number;
}

export function label(x: number, y: number, text: string, look: LabelLook = {}): DrawnShape {
  return { kind: 'text', x, y, text, size: SIZE, bold: false, fill: 'text', anchor: 'start', ...look };
}

/** Stands for text that doesn't matter here. */
export function blank(x: number, y: number, width: number, height = 8): DrawnShape {
  return { kind: 'rect', x, y, width, height, radius: height / 2, fill: 'blank' };
}

/** A part of a page with a border of its own. */
export function area(place: Place): DrawnShape {
  return { kind: 'rect', ...place, radius: 9, fill: 'sunken', stroke: 'border' };
}

/** What opens over a page. */
export function overlay(place: Place): DrawnShape {
  return { kind: 'rect', ...place, radius: 10, fill: 'surface', stroke: 'faint', strokeWidth: 1.3 };
}

type ButtonKind = 'plain' | 'strong' | 'off';

export function button(place: Place, text: string, kind: ButtonKind = 'plain'): readonly DrawnShape[] {
  const dimmed = kind === 'off' ? { opacity: 0.4 } : {};
  const fill = kind === 'strong' ? 'text' : 'surface';
  const { x, y, width, height } = place;
  return [
    { kind: 'rect', ...place, radius: 7, fill, stroke: 'border', strokeWidth: 1.2, ...dimmed },
    label(x + width / 2, y + height / 2 + 4, text, {
      size: 12.5,
      bold: true,
      anchor: 'middle',
      fill: kind === 'strong' ? 'surface' : 'text',
      ...dimmed,
    }),
  ];
}

const RING = 5;

/** The control to use, with the number of the click where there are several. */
export function ring({ x, y, width, height }: Place, number?: number): readonly DrawnShape[] {
  const around: DrawnShape = {
    kind: 'rect',
    x: x - RING,
    y: y - RING,
    width: width + 2 * RING,
    height: height + 2 * RING,
    radius: 10,
    fill: 'none',
    stroke: 'accent',
    strokeWidth: 3,
  };
  if (number === undefined) return [around, pointer(x + width - 4, y + height - 2)];
  return [around, ...badge(x - RING, y - RING, number)];
}

function pointer(x: number, y: number): DrawnShape {
  const d = `M${x} ${y}l2.5 17 4.6-5.2 6.8-.6z`;
  return { kind: 'path', d, fill: 'accent', stroke: 'surface', strokeWidth: 1.6 };
}

function badge(x: number, y: number, number: number): readonly DrawnShape[] {
  return [
    { kind: 'circle', x, y, radius: 10, fill: 'accent', stroke: 'surface', strokeWidth: 2 },
    label(x, y + 4, String(number), { size: 11.5, bold: true, anchor: 'middle', fill: 'surface' }),
  ];
}

/** The settings' gear, its middle at this point. */
export function gear(x: number, y: number): readonly DrawnShape[] {
  const line = { kind: 'circle', x, y, fill: 'none', stroke: 'text' } as const;
  return [
    { ...line, radius: 7.6, strokeWidth: 2.6, dash: '2.98 2.98' },
    { ...line, radius: 5.8, strokeWidth: 1.5 },
    { ...line, radius: 2.1, strokeWidth: 1.5 },
  ];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly ticked: boolean;
  readonly opacity?: number;
}

export function checkbox({ x, y, ticked, ...look }: Box): readonly DrawnShape[] {
  const frame = { kind: 'rect', x, y, width: 16, height: 16, radius: 4 } as const;
  const box: DrawnShape = {
    ...frame,
    fill: ticked ? 'text' : 'surface',
    stroke: 'faint',
    strokeWidth: 1.4,
    ...look,
  };
  if (!ticked) return [box];
  const d = `M${x + 4} ${y + 8}l3 3.4 5.4-6`;
  return [box, { kind: 'path', d, fill: 'none', stroke: 'surface', strokeWidth: 2, ...look }];
}

export function line(d: string, stroke: Ink, strokeWidth = 1): DrawnShape {
  return { kind: 'path', d, fill: 'none', stroke, strokeWidth };
}
