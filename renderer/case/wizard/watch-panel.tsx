import { Button, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { CaseView, WatchAttempt, WatchView } from '../../../shared/case/views';
import { useCaseCall } from '../../state/queries';
import { formatClock, formatMoment, secondsUntil } from '../../text/format';
import { useText } from '../../text/use-text';
import { Pill } from '../../ui/chip';
import { TAKES_OVER } from '../../ui/keyboard';
import { CallAlert } from '../../ui/notice';
import { useNow } from '../../ui/use-now';
import styles from './wizard.module.css';

const TONES = {
  running: 'info',
  proven: 'good',
  unproven: 'info',
  listed: 'info',
  proves_nothing: 'warn',
  gave_up: 'warn',
  stopped: 'open',
} as const;
/** What has to be said of a state beside its name. */
const NOTES = {
  running: null,
  proven: null,
  unproven: 'unproven',
  listed: 'listed',
  proves_nothing: 'provesNothing',
  gave_up: 'gaveUp',
  stopped: null,
} as const;

/** Its id: starting a watch gives the keyboard to it. */
export const WATCH = 'watch';

/** Three dots to fill, and every answer so far, so that a flicker is seen for what it is. */
export function WatchPanel({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const stop = useCaseCall((doctor) => doctor.cases.stop_watch);
  const { watch } = view;
  if (watch === null) return null;
  const state = stateName(watch);
  const note = state === 'refused' ? 'refused' : NOTES[watch.state];
  return (
    <section
      id={WATCH}
      tabIndex={-1}
      {...TAKES_OVER}
      className={styles['watch']}
      aria-label={say('wizard.watch.title')}
      data-testid="watch"
      data-state={watch.state}
      data-consecutive={watch.consecutive}
    >
      <div className={styles['watchHead']}>
        <Dots watch={watch} />
        <div style={{ flex: 1 }}>
          <Text fw={650} role="status">
            {say('wizard.watch.inARow', {
              count: Math.min(watch.consecutive, watch.needed),
              needed: watch.needed,
            })}
          </Text>
          <Span watch={watch} />
          <Progress watch={watch} />
        </div>
        <Pill tone={TONES[watch.state]}>{say(`wizard.watch.state.${state}`)}</Pill>
        {watch.state === 'running' && (
          <Button
            variant="default"
            size="xs"
            loading={stop.isPending}
            onClick={() => stop.mutate({ id: view.id })}
          >
            {say('wizard.watch.stop')}
          </Button>
        )}
      </div>
      <Timeline attempts={watch.attempts} />
      {alternates(watch.attempts) && watch.state !== 'proven' && (
        <Text size="sm" mt={10}>
          {say('wizard.watch.flicker')}
        </Text>
      )}
      {note !== null && (
        <Text size="sm" mt={10}>
          {say(`wizard.watch.${note}`)}
        </Text>
      )}
      <CallAlert error={stop.error} />
    </section>
  );
}

/** Answers that alternated are not steady; where none was a success, nothing has changed. */
function stateName({ state, attempts }: WatchView) {
  const refused = attempts.some(({ outcome }) => outcome === 'refused');
  const succeeded = attempts.some(({ outcome }) => outcome === 'success');
  return state === 'gave_up' && refused && !succeeded ? 'refused' : state;
}

function Dots({ watch }: { readonly watch: WatchView }) {
  const dots = Array.from({ length: watch.needed }, (_, index) => index);
  return (
    <div className={styles['dots']} aria-hidden>
      {dots.map((index) => (
        <span key={index} className={styles['dot']} data-filled={index < watch.consecutive}>
          {index < watch.consecutive && <IconCheck size={19} stroke={3} />}
        </span>
      ))}
    </div>
  );
}

/** Successes count once they span longer than any turn that the answers may take. */
function Span({ watch }: { readonly watch: WatchView }) {
  const { say } = useText();
  const { state, spanMs, neededMs, consecutive } = watch;
  if (state !== 'running' || spanMs === undefined || neededMs === undefined || consecutive === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {say('wizard.watch.span', {
        seconds: Math.floor(Math.min(spanMs, neededMs) / 1_000),
        needed: Math.ceil(neededMs / 1_000),
      })}
    </Text>
  );
}

function Progress({ watch }: { readonly watch: WatchView }) {
  const { say, language } = useText();
  const running = watch.state === 'running';
  const now = useNow(running);
  if (!running) return null;
  const seconds = watch.nextAt === null ? 0 : secondsUntil(watch.nextAt, now);
  return (
    <Text size="sm" c="dimmed">
      {seconds === 0 ? say('wizard.watch.testing') : say('wizard.watch.next', { seconds })} ·{' '}
      {say('wizard.watch.until', { time: formatMoment(watch.endsAt, language, new Date(now)) })}
    </Text>
  );
}

const SIGNS = { success: '✓', refused: '✕', undecided: '?' } as const;

function Timeline({ attempts }: { readonly attempts: readonly WatchAttempt[] }) {
  const { say, language } = useText();
  if (attempts.length === 0) return null;
  return (
    <div style={{ marginTop: 14 }}>
      <Text size="xs" c="dimmed" mb={4}>
        {say('wizard.watch.attempts')}
      </Text>
      <ol className={styles['timeline']}>
        {attempts.map((attempt, index) => {
          const sentence = say('wizard.watch.attempt', {
            number: index + 1,
            time: formatClock(attempt.at, language),
            outcome: say(`wizard.watch.outcome.${attempt.outcome}`),
          });
          return (
            <li
              key={attempt.at}
              className={styles['attempt']}
              data-outcome={attempt.outcome}
              title={sentence}
            >
              <span aria-hidden>{SIGNS[attempt.outcome]}</span>
              <span className="visually-hidden">{sentence}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** True once a success was followed by a refusal: the sign of a change that is still spreading. */
export function alternates(attempts: readonly WatchAttempt[]): boolean {
  const first = attempts.findIndex((attempt) => attempt.outcome === 'success');
  return first >= 0 && attempts.slice(first).some((attempt) => attempt.outcome === 'refused');
}
