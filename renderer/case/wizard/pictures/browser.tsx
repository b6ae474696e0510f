import type { ReactNode } from 'react';
import { useConsoleOrigin } from '../../../state/queries';
import styles from '../wizard.module.css';

export interface PictureProps {
  readonly label: string;
  readonly note: string;
}

interface BrowserProps extends PictureProps {
  readonly path: string;
  readonly children: ReactNode;
}

export const WIDTH = 440;
export const HEIGHT = 272;

/** A browser window to draw a console page in: 440 × 272 units, content from y = 38 on. */
export function Browser({ label, note, path, children }: BrowserProps) {
  const host = new URL(useConsoleOrigin()).host;
  return (
    <figure className={styles['figure']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} width="100%" fontFamily="inherit">
        <rect
          x="1"
          y="1"
          width="438"
          height="270"
          rx="12"
          fill="var(--doctor-surface)"
          stroke="var(--doctor-border)"
          strokeWidth="1.5"
        />
        <path d="M1 13a12 12 0 0 1 12-12h414a12 12 0 0 1 12 12v24H1z" fill="var(--doctor-open-soft)" />
        <circle cx="18" cy="19" r="4" fill="var(--doctor-border)" />
        <circle cx="32" cy="19" r="4" fill="var(--doctor-border)" />
        <circle cx="46" cy="19" r="4" fill="var(--doctor-border)" />
        <rect
          x="64"
          y="9"
          width="360"
          height="20"
          rx="10"
          fill="var(--doctor-surface)"
          stroke="var(--doctor-border)"
        />
        <text x="76" y="23" fontSize="10.5" fill="var(--mantine-color-dimmed)">
          {host}
          {path}
        </text>
        {children}
      </svg>
      <figcaption className={styles['caption']}>{note}</figcaption>
    </figure>
  );
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly children: ReactNode;
  readonly size?: number;
  readonly bold?: boolean;
  readonly faint?: boolean;
  readonly color?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function Label({
  x,
  y,
  children,
  size = 12,
  bold = false,
  faint = false,
  color,
  anchor = 'start',
}: LabelProps) {
  const fill = color ?? (faint ? 'var(--mantine-color-dimmed)' : 'var(--mantine-color-text)');
  return (
    <text x={x} y={y} fontSize={size} fontWeight={bold ? 650 : 400} fill={fill} textAnchor={anchor}>
      {children}
    </text>
  );
}

interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Stands for text that doesn't matter here. */
export function Blank({ x, y, width, height }: BoxProps) {
  return <rect x={x} y={y} width={width} height={height} rx={height / 2} fill="var(--doctor-open-soft)" />;
}

/** The control to use: ringed, with a pointing hand of an arrow. */
export function Ring({ x, y, width, height }: BoxProps) {
  const tip = { x: x + width - 4, y: y + height - 2 };
  return (
    <g>
      <rect
        x={x - 5}
        y={y - 5}
        width={width + 10}
        height={height + 10}
        rx="10"
        fill="none"
        stroke="var(--doctor-accent)"
        strokeWidth="3"
      />
      <path
        d={`M${tip.x} ${tip.y}l2.5 17 4.6-5.2 6.8-.6z`}
        fill="var(--doctor-accent)"
        stroke="var(--doctor-surface)"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    </g>
  );
}

interface ButtonBoxProps extends BoxProps {
  readonly text: string;
  readonly strong?: boolean;
  readonly off?: boolean;
}

export function ButtonBox({ x, y, width, height, text, strong = false, off = false }: ButtonBoxProps) {
  const fill = strong ? 'var(--mantine-color-text)' : 'var(--doctor-surface)';
  return (
    <g opacity={off ? 0.4 : 1}>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="7"
        fill={fill}
        stroke="var(--doctor-border)"
        strokeWidth="1.2"
      />
      <Label
        x={x + width / 2}
        y={y + height / 2 + 4}
        anchor="middle"
        size={11}
        bold
        color={strong ? 'var(--doctor-surface)' : 'var(--mantine-color-text)'}
      >
        {text}
      </Label>
    </g>
  );
}
