import { useEffect, useMemo, useRef } from 'react';
import type { Mark } from '../../shared/errors/reading';
import { visibleText } from '../../shared/text/visible';
import { useText } from '../text/use-text';
import styles from './marked-text.module.css';
import { type Segment, segmentsOf } from './segments';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly longest: number;
  readonly label: string;
}

/** A text to read, with what was found in it marked; scrolls by keyboard too. */
export function MarkedText({ text, marks, longest, label }: MarkedTextProps) {
  const segments = useMemo(() => segmentsOf(text, marks, longest), [text, marks, longest]);
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is what must trigger this.
  useEffect(() => showDecidingMark(box.current), [segments]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
    <section ref={box} className={styles['text']} aria-label={label} translate="no" tabIndex={0}>
      {segments.map((segment) => (
        <Piece key={segment.start} segment={segment} />
      ))}
    </section>
  );
}

const MARGIN = 44;

/** Scrolls within the box alone, so that the page stays where the person is reading. */
function showDecidingMark(box: HTMLElement | null): void {
  const mark =
    box?.querySelector<HTMLElement>('[data-fact="sentence"]') ?? box?.querySelector<HTMLElement>('mark');
  if (!box || !mark) return;
  box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - MARGIN;
}

function Piece({ segment }: { readonly segment: Segment }) {
  const { say } = useText();
  switch (segment.kind) {
    case 'plain':
      return visibleText(segment.text);
    case 'gap':
      return <span className={styles['gap']}>⋯</span>;
    case 'mark':
      return (
        <mark className={styles['mark']} data-fact={segment.fact} title={say(`app.fact.${segment.fact}`)}>
          {visibleText(segment.text)}
        </mark>
      );
  }
}
