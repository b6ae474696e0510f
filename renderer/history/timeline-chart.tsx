import { lacks } from '../../shared/history/check';
import { placesOf, type TimelinePoint } from '../../shared/history/timeline';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import styles from './history.module.css';

const WIDTH = 410;
const HEIGHT = 92;
const LEFT = 96;
const RIGHT = 10;
const LINES = { works: 18, unknown: 44, lacking: 70 } as const;
type Line = keyof typeof LINES;

function lineOf({ outcome }: TimelinePoint): Line {
  if (outcome === 'unknown') return 'unknown';
  return lacks(outcome) ? 'lacking' : 'works';
}

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
    line: lineOf(point),
  }));
}

/** A step line over the answers that told something: up where the model works, down where the key lacks it. */
export function TimelineChart({ points }: { readonly points: readonly TimelinePoint[] }) {
  const { say, language } = useText();
  const dots = dotsOf(points);
  const moment = (point: TimelinePoint | undefined) =>
    point === undefined ? '' : formatMoment(point.at, language, new Date());
  const label = say('history.chart.label', {
    count: points.length,
    from: moment(points[0]),
    to: moment(points.at(-1)),
  });
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
        {moment(points[0])}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end" className={styles['chartTime']}>
        {moment(points.at(-1))}
      </text>
    </svg>
  );
}

function stepPath(dots: readonly Dot[]): string {
  const telling = dots.filter(({ line }) => line !== 'unknown');
  return telling
    .map(({ x, line }, index) => (index === 0 ? `M${x} ${LINES[line]}` : `H${x} V${LINES[line]}`))
    .join(' ');
}

/** A disc works, a cross is lacking, a ring is unknown. */
function Mark({ dot: { x, line } }: { readonly dot: Dot }) {
  const y = LINES[line];
  if (line === 'lacking')
    return (
      <path d={`M${x - 3.5} ${y - 3.5}l7 7m0 -7l-7 7`} className={styles['chartMark']} data-line={line} />
    );
  return <circle cx={x} cy={y} r={3.6} className={styles['chartMark']} data-line={line} />;
}
