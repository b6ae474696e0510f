import { Button, Progress } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconX } from '@tabler/icons-react';
import type { RunView, UnfinishedRun } from '../../shared/matrix/views';
import type { MessageKey, Say } from '../../shared/messages/say';
import { useCall } from '../state/queries';
import { formatClock } from '../text/format';
import { type Text, useText } from '../text/use-text';
import { Collapsed, collapsing } from './collapsing';
import { TAKES_OVER } from './keyboard';
import { LiftPause } from './lift-pause';
import { CallAlert, Notice } from './notice';
import styles from './run-bar.module.css';

const NOTHING = {} as const;

export function isActive({ state }: Pick<RunView, 'state'>): boolean {
  return state === 'running' || state === 'paused';
}

function nameOf({ kind, probe }: RunView): MessageKey {
  if (kind === 'fill') return 'matrix.run.fill';
  return probe === 'real_probe' ? 'matrix.run.confirmReal' : 'matrix.run.confirmFree';
}

/** What the tests found: a run over keys reads lists, and only real requests confirm anything. */
export function countsText({ kind, probe, done, counts }: RunView, { say }: Text): string {
  const { confirmed, listed, denied, unknown } = counts;
  const found = { done, confirmed, listed, denied, unknown };
  if (kind === 'fill') return say('matrix.run.countsFill', found);
  return say(probe === 'real_probe' ? 'matrix.run.counts' : 'matrix.run.countsFree', found);
}

export function durationText(seconds: number, say: Say): string {
  return seconds < 100
    ? say('matrix.run.seconds', { count: seconds })
    : say('matrix.run.minutes', { count: Math.ceil(seconds / 60) });
}

interface RunBarProps {
  readonly run: RunView;
  /** What it left, where it was stopped. */
  readonly rest: UnfinishedRun | null;
  readonly onClose: () => void;
  /** Goes on with what a stopped run left. */
  readonly onRest: () => void;
}

/** How far the run is, and the ways to hold or end it. */
export function RunBar({ run, rest, onClose, onRest }: RunBarProps) {
  const { say, language } = useText();
  const { state, done, dropped, total, ratePerSecond, secondsLeft, waitingUntil } = run;
  const progress = { done: done + dropped, total };
  const active = isActive(run);
  return (
    <div
      className={styles['run']}
      role="status"
      data-testid="matrix-run"
      data-run={run.id}
      data-state={state}
      data-done={done}
    >
      <div className={styles['runLine']}>
        <div className={styles['runText']} data-waiting={waitingUntil !== null}>
          <strong>
            {active ? say(nameOf(run)) : say(state === 'done' ? 'matrix.run.done' : 'matrix.run.cancelled')}
          </strong>
          {state === 'paused' && <span>{say('matrix.run.paused')}</span>}
          <span>{say('matrix.run.progress', progress)}</span>
          {waitingUntil !== null && (
            <span>{say('matrix.run.waiting', { time: formatClock(waitingUntil, language) })}</span>
          )}
          {active && secondsLeft !== null && (
            <span>{say('matrix.run.left', { time: durationText(secondsLeft, say) })}</span>
          )}
          <Facts run={run} />
          {active && ratePerSecond !== null && (
            <span>{say('matrix.run.rate', { rate: ratePerSecond.toFixed(ratePerSecond < 10 ? 1 : 0) })}</span>
          )}
        </div>
        <div className={styles['runActions']}>
          {waitingUntil !== null && state === 'running' && (
            <LiftPause onLifted={() => undefined} narrow={collapsing(say('matrix.run.testNow'))}>
              <Collapsed>{say('matrix.run.testNow')}</Collapsed>
            </LiftPause>
          )}
          {!active && rest !== null && <RestButton rest={rest} onRest={onRest} />}
          {active ? <RunActions run={run} /> : <CloseButton onClose={onClose} takesOver />}
        </div>
      </div>
      {run.failure !== null && (
        <Notice
          tone="bad"
          role="alert"
          title={say('errors.title')}
          {...(run.failure === 'host_paused' && rest !== null
            ? { actions: <LiftPause onLifted={onRest}>{say('matrix.run.testNow')}</LiftPause> }
            : {})}
        >
          {say(`errors.${run.failure}`)}
        </Notice>
      )}
      {active && (
        <Progress
          className={styles['progress']}
          value={total === 0 ? 100 : ((done + dropped) / total) * 100}
          size={3}
          radius={0}
          striped={state === 'paused'}
          aria-label={say('matrix.run.label')}
        />
      )}
    </div>
  );
}

interface RestBarProps {
  readonly rest: UnfinishedRun;
  readonly onClose: () => void;
  readonly onRest: () => void;
}

/** What an earlier run left: a newer one does not take it away. */
export function RestBar({ rest, onClose, onRest }: RestBarProps) {
  const { say } = useText();
  return (
    <div className={styles['run']} data-testid="matrix-rest" data-kind={rest.kind}>
      <div className={styles['runLine']}>
        <div className={styles['runText']}>
          <strong>{say('matrix.run.earlier')}</strong>
          <span>{say(rest.kind === 'fill' ? 'matrix.run.fill' : 'matrix.run.confirmFree')}</span>
        </div>
        <div className={styles['runActions']}>
          <RestButton rest={rest} onRest={onRest} />
          <CloseButton onClose={onClose} />
        </div>
      </div>
    </div>
  );
}

function RestButton({ rest, onRest }: { readonly rest: UnfinishedRun; readonly onRest: () => void }) {
  const { say } = useText();
  return (
    <Button size="xs" variant="light" leftSection={<IconPlayerPlay size={15} />} onClick={onRest}>
      {say('matrix.run.rest', { count: rest.count })}
    </Button>
  );
}

function Facts({ run }: { readonly run: RunView }) {
  const text = useText();
  const { say } = text;
  return (
    <div className={styles['facts']}>
      <span>{countsText(run, text)}</span>
      {run.dropped > 0 && <span>{say('matrix.run.dropped', { count: run.dropped })}</span>}
    </div>
  );
}

interface CloseButtonProps {
  readonly onClose: () => void;
  /** Takes the keyboard from Stop, which it stands in the place of. */
  readonly takesOver?: boolean;
}

function CloseButton({ onClose, takesOver = false }: CloseButtonProps) {
  const { say } = useText();
  return (
    <Button
      {...(takesOver ? TAKES_OVER : {})}
      size="xs"
      variant="subtle"
      color="gray"
      leftSection={<IconX size={15} />}
      {...collapsing(say('app.common.close'))}
      onClick={onClose}
    >
      <Collapsed>{say('app.common.close')}</Collapsed>
    </Button>
  );
}

function RunActions({ run }: { readonly run: RunView }) {
  const { say } = useText();
  const pause = useCall((doctor) => doctor.matrix.pause);
  const resume = useCall((doctor) => doctor.matrix.resume);
  const cancel = useCall((doctor) => doctor.matrix.cancel);
  return (
    <>
      <CallAlert error={pause.error ?? resume.error ?? cancel.error} />
      {run.state === 'paused' ? (
        <Button
          {...TAKES_OVER}
          size="xs"
          leftSection={<IconPlayerPlay size={15} />}
          onClick={() => resume.mutate(NOTHING)}
        >
          {say('matrix.run.resume')}
        </Button>
      ) : (
        <Button
          {...TAKES_OVER}
          size="xs"
          variant="light"
          leftSection={<IconPlayerPause size={15} />}
          onClick={() => pause.mutate(NOTHING)}
        >
          {say('matrix.run.pause')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerStop size={15} />}
        onClick={() => cancel.mutate(NOTHING)}
      >
        {say('matrix.run.cancel')}
      </Button>
    </>
  );
}
