import { placesOf, type TimelinePoint } from '../../shared/history/timeline';
import { stateOf } from '../../shared/observations/resolve';
import { accessBy } from '../../shared/observations/standing';
import { formatMoment, formatMoments } from '../text/format';
import { useText } from '../text/use-text';
import styles from './history.module.css';

const WIDTH = 410;
const HEIGHT = 92;
const LEFT = 96;
const RIGHT = 10;
const LINES = { works: 18, unknown: 44, lacking: 70 } as const;
type Line = keyof typeof LINES;

const LINE_OF = { has: 'works', lacks: 'lacking', unknown: 'unknown' } as const;

interface Dot {
  readonly point: TimelinePoint;
  readonly x: number;
  readonly line: Line;
}

function dotsOf(points: readonly TimelinePoint[]): readonly Dot[] {
  const places = placesOf(points);
  const room = WIDTH - LEFT - RIGHT;
  return points.map((point, index) => ({
    point,
    x: LEFT + (places[index] ?? 1) * room,
    line: LINE_OF[accessBy(point.outcome)],
  }));
}

/**
 * A step line over what stood after each answer: up where the model works, down where the key lacks it. It passes over
 * lists that say nothing of a refusal beside them, since nothing changed there.
 */
export function TimelineChart({ points }: { readonly points: readonly TimelinePoint[] }) {
  const { say, language } = useText();
  const dots = dotsOf(points);
  const ends = [points[0]?.at ?? '', points.at(-1)?.at ?? ''];
  const [from = '', to = ''] = formatMoments(ends, language, new Date());
  const label = say('history.chart.label', { count: points.length, from, to });
  return (
    <svg className={styles['chart']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {(Object.keys(LINES) as Line[]).map((line) => (
        <g key={line}>
          <text x={LEFT - 10} y={LINES[line] + 3.5} textAnchor="end" className={styles['chartName']}>
            {say(`history.chart.${line}`)}
          </text>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={LINES[line]}
            y2={LINES[line]}
            className={styles['chartLine']}
          />
        </g>
      ))}
      <path d={stepPath(dots)} className={styles['chartPath']} />
      {dots.map((dot) => (
        <Mark key={dot.point.checkId} dot={dot} />
      ))}
      <text x={LEFT} y={HEIGHT - 4} className={styles['chartTime']}>
        {from}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end" className={styles['chartTime']}>
        {to}
      </text>
    </svg>
  );
}

function stepPath(dots: readonly Dot[]): string {
  return dots
    .flatMap(({ x, point: { stands } }) => (stands === null ? [] : [{ x, y: LINES[LINE_OF[stands]] }]))
    .map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x} V${y}`))
    .join(' ');
}

/** A disc works, a ring of its colour is no more than listed, a cross is lacking, a grey ring unknown. */
function Mark({ dot: { point, x, line } }: { readonly dot: Dot }) {
  const { say, language } = useText();
  const y = LINES[line];
  const mark = { className: styles['chartMark'], 'data-line': point.outcome === 'listed' ? 'listed' : line };
  return (
    <g>
      <title>
        {`${formatMoment(point.at, language, new Date(), 'second')} · ${say(`matrix.state.${stateOf(point)}`)}`}
      </title>
      {/* The mark alone is too small to be pointed at. */}
      <circle cx={x} cy={y} r={9} className={styles['chartReach']} />
      {line === 'lacking' ? (
        <path d={`M${x - 3.5} ${y - 3.5}l7 7m0 -7l-7 7`} {...mark} />
      ) : (
        <circle cx={x} cy={y} r={3.6} {...mark} />
      )}
    </g>
  );
}
