import type { ReactNode } from 'react';
import { useConsoleOrigin } from '../../../state/queries';
import { useText } from '../../../text/use-text';
import styles from '../wizard.module.css';

export interface PictureProps {
  readonly label: string;
}

interface BrowserProps extends PictureProps {
  readonly path: string;
  readonly children: ReactNode;
}

export const WIDTH = 440;
export const HEIGHT = 272;

/** A browser window to draw a console page in: 440 × 272 units, content from y = 38 on. */
export function Browser({ label, path, children }: BrowserProps) {
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
        <text x="76" y="23" fontSize="12" fill="var(--mantine-color-dimmed)">
          {host}
          {path}
        </text>
        {children}
      </svg>
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
  size = 13.5,
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

interface RingProps extends BoxProps {
  /** Which click of several it is. */
  readonly number?: number;
}

/** The control to use: ringed, with its number where there are several, else with a pointing hand of an arrow. */
export function Ring({ x, y, width, height, number }: RingProps) {
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
      {number === undefined ? (
        <Pointer x={x + width - 4} y={y + height - 2} />
      ) : (
        <Badge x={x - 5} y={y - 5} number={number} />
      )}
    </g>
  );
}

function Pointer({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <path
      d={`M${x} ${y}l2.5 17 4.6-5.2 6.8-.6z`}
      fill="var(--doctor-accent)"
      stroke="var(--doctor-surface)"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  );
}

function Badge({ x, y, number }: { readonly x: number; readonly y: number; readonly number: number }) {
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r="10"
        fill="var(--doctor-accent)"
        stroke="var(--doctor-surface)"
        strokeWidth="2"
      />
      <Label x={x} y={y + 4} size={11.5} bold anchor="middle" color="var(--doctor-surface)">
        {number}
      </Label>
    </g>
  );
}

/** The settings' gear, its middle at this point. */
export function Gear({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g fill="none" stroke="var(--mantine-color-text)">
      <circle cx={x} cy={y} r="7.6" strokeWidth="2.6" strokeDasharray="2.98 2.98" />
      <circle cx={x} cy={y} r="5.8" strokeWidth="1.5" />
      <circle cx={x} cy={y} r="2.1" strokeWidth="1.5" />
    </g>
  );
}

/** The bar at the top of every page of the console: organization and project at the left, gear and person at the right. */
export function TopBar() {
  const { say } = useText();
  return (
    <g>
      <path d="M1 80h438" stroke="var(--doctor-border)" />
      <Label x={20} y={63} size={12.5}>
        {say('wizard.picture.organization')}
      </Label>
      <Label x={140} y={63} size={12.5} faint>
        /
      </Label>
      <Label x={150} y={63} size={12.5} bold>
        {say('wizard.picture.project')}
      </Label>
      <path d="M240 57l4 4 4-4" fill="none" stroke="var(--mantine-color-dimmed)" strokeWidth="1.6" />
      <Gear x={376} y={59} />
      <circle cx="412" cy="59" r="10" fill="var(--doctor-open-soft)" stroke="var(--doctor-border)" />
    </g>
  );
}

/** A part of a page with a border of its own. */
export function Area({ x, y, width, height }: BoxProps) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx="9"
      fill="var(--doctor-sunken)"
      stroke="var(--doctor-border)"
    />
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
        size={12.5}
        bold
        color={strong ? 'var(--doctor-surface)' : 'var(--mantine-color-text)'}
      >
        {text}
      </Label>
    </g>
  );
}
