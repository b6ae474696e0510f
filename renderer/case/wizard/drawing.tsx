import type { Say } from '../../../shared/messages/say';
import type { Drawing, DrawnShape, Ink } from '../../../shared/wizard/drawing';
import type { Scene, Words } from '../../../shared/wizard/drawings';
import { useConsoleOrigin } from '../../state/queries';
import { useText } from '../../text/use-text';
import styles from './wizard.module.css';

const COLOURS: Readonly<Record<Ink, string>> = {
  text: 'var(--mantine-color-text)',
  faint: 'var(--mantine-color-dimmed)',
  surface: 'var(--doctor-surface)',
  sunken: 'var(--doctor-sunken)',
  border: 'var(--doctor-border)',
  blank: 'var(--doctor-open-soft)',
  accent: 'var(--doctor-accent)',
  accentSoft: 'var(--doctor-accent-soft)',
  bad: 'var(--doctor-bad)',
  none: 'none',
};

export function wordsIn(say: Say): Words {
  return (name) => say(`wizard.picture.${name}`);
}

/** The console as this case has it. */
export function useScene(project: string | null): Scene {
  const { say } = useText();
  const { host } = new URL(useConsoleOrigin());
  return { words: wordsIn(say), host, project };
}

interface PictureProps {
  readonly drawing: Drawing;
  /** Null where the words beside it say the same. */
  readonly label: string | null;
}

export function Picture({ drawing: { width, height, shapes }, label }: PictureProps) {
  return (
    <figure className={styles['figure']}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        fontFamily="inherit"
        role="img"
        aria-label={label ?? undefined}
        aria-hidden={label === null}
      >
        {shapes.map((shape, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of one drawing never change places.
          <Drawn key={index} shape={shape} />
        ))}
      </svg>
    </figure>
  );
}

function Drawn({ shape }: { readonly shape: DrawnShape }) {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return <rect x={x} y={y} width={width} height={height} rx={radius} {...lookOf(shape)} />;
    }
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} {...lookOf(shape)} />;
    case 'path':
      return <path d={shape.d} strokeLinecap="round" {...lookOf(shape)} />;
    case 'text': {
      const { x, y, size, bold, fill, anchor, opacity, text } = shape;
      const weight = bold ? 650 : 400;
      return (
        <text
          x={x}
          y={y}
          fontSize={size}
          fontWeight={weight}
          fill={COLOURS[fill]}
          textAnchor={anchor}
          opacity={opacity}
        >
          {text}
        </text>
      );
    }
  }
}

function lookOf({ fill, stroke, strokeWidth, dash, opacity }: Exclude<DrawnShape, { kind: 'text' }>) {
  return {
    fill: COLOURS[fill],
    ...(stroke === undefined ? {} : { stroke: COLOURS[stroke] }),
    ...(strokeWidth === undefined ? {} : { strokeWidth }),
    ...(dash === undefined ? {} : { strokeDasharray: dash }),
    ...(opacity === undefined ? {} : { opacity }),
  };
}
