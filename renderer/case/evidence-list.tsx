import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { modelsOf } from '../../shared/admin/policy';
import type { CaseView } from '../../shared/case/views';
import type { Evidence, PolicyEvidence } from '../../shared/diagnosis/evidence';
import type { Observation } from '../../shared/observations/observation';
import { pauseEnd } from '../../shared/observations/patience';
import { headerTexts, NO_HEADERS } from '../../shared/observations/sender';
import { statementHead } from '../../shared/report/report';
import { visibleText } from '../../shared/text/visible';
import { formatClock } from '../text/format';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import { CopyIcon } from '../ui/copy';
import { LiftPause } from '../ui/lift-pause';
import { FoldedSection } from '../ui/page';
import styles from './case.module.css';

/** A watch adds dozens of answers; the newest are what people look at. */
const SHOWN = 12;

/** Everything the verdict rests on, newest first. */
export function EvidenceList({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const [all, setAll] = useState(false);
  const numbered = view.evidence.map((item, index) => ({ item, number: index + 1 })).reverse();
  const shown = all ? numbered : numbered.slice(0, SHOWN);
  return (
    <FoldedSection title={`${say('app.case.evidence')} (${numbered.length})`} testId="evidence">
      {numbered.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('app.case.noEvidence')}
        </Text>
      ) : (
        <ol className={styles['plainList']} reversed>
          {shown.map(({ item, number }) => (
            <li key={number} className={styles['evidence']} data-testid="evidence-item">
              <EvidenceItem item={item} number={number} />
            </li>
          ))}
        </ol>
      )}
      {numbered.length > SHOWN && (
        <Button variant="subtle" size="xs" mt={8} aria-expanded={all} onClick={() => setAll(!all)}>
          {say(all ? 'app.common.showLess' : 'app.common.showMore')} ({numbered.length})
        </Button>
      )}
    </FoldedSection>
  );
}

function EvidenceItem({ item, number }: { readonly item: Evidence; readonly number: number }) {
  const { say, language } = useText();
  switch (item.kind) {
    case 'text':
      return (
        <>
          <div className={styles['evidenceHead']}>
            <strong>
              {number}. {say('app.case.evidenceText')}
            </strong>
            <Text size="sm" c="dimmed">
              {formatClock(item.at, language)}
            </Text>
          </div>
          {item.reading.sentence !== null && <Excerpt text={item.reading.sentence} number={number} />}
        </>
      );
    case 'statement':
      return (
        <div className={styles['evidenceHead']}>
          <strong>
            {number}. {say(statementHead(item.statement))}
          </strong>
          <span>{say(`app.case.statement.${item.statement}`)}</span>
        </div>
      );
    case 'unreadable':
      return (
        <>
          <div className={styles['evidenceHead']}>
            <strong>
              {number}. {say('app.case.evidenceUnreadable')}
            </strong>
            <Text size="sm" c="dimmed">
              {formatClock(item.at, language)}
            </Text>
          </div>
          <Text size="sm" mt={4}>
            {say('app.case.evidenceUnreadableText')}
          </Text>
        </>
      );
    case 'policy':
      return <PolicyItem item={item} number={number} />;
    case 'probe':
      return <ProbeItem item={item} number={number} />;
  }
}

const TONES = {
  success: 'good',
  validated: 'good',
  refusal: 'bad',
  no_answer: 'warn',
  not_sent: 'open',
  cancelled: 'open',
} as const;

function PolicyItem({ item, number }: { readonly item: PolicyEvidence; readonly number: number }) {
  const { say, language } = useText();
  return (
    <>
      <div className={styles['evidenceHead']}>
        <strong>
          {number}. {say('app.case.evidencePolicy')}
        </strong>
        <span className="mono break">{item.projectId}</span>
        <Text size="sm" c="dimmed">
          {formatClock(item.at, language)}
        </Text>
        {item.requestId !== null && (
          <CopyIcon text={item.requestId} label={say('app.fact.copy', { name: say('app.fact.requestId') })} />
        )}
      </div>
      <Text size="sm" mt={4}>
        {say(`app.case.policyKind.${item.policy.kind}`, { count: modelsOf(item.policy).length })}
      </Text>
    </>
  );
}

/** A free test is refused for its content even when all is well: what counts is how far it got. */
export function toneOf(probe: Observation): keyof typeof TONES {
  return probe.showed.strength === 'validated' ? 'validated' : probe.answer.kind;
}

function ProbeItem({ item, number }: { readonly item: Observation; readonly number: number }) {
  const { say, language } = useText();
  const { answer } = item;
  const result = toneOf(item);
  const pausedUntil = pauseEnd(item);
  const requestId = answer.kind === 'success' || answer.kind === 'refusal' ? answer.headers.requestId : null;
  return (
    <>
      <div className={styles['evidenceHead']}>
        <strong>
          {number}. {say(`app.case.probe.${item.probe}`)}
        </strong>
        {item.control && <span>({say('app.case.control')})</span>}
        {item.model !== null && <span className="mono">{item.model}</span>}
        <Pill tone={TONES[result]}>
          {statusOf(item)} {say(`app.case.answered.${result}`)}
        </Pill>
        <Text size="sm" c="dimmed">
          {formatClock(item.at, language)}
          {pausedUntil === null && ` · ${say('app.case.duration', { ms: Math.round(item.durationMs) })}`}
        </Text>
        {requestId !== null && (
          <Text size="sm" c="dimmed" component="span" className="break">
            <span className="mono">{requestId}</span>{' '}
            <CopyIcon text={requestId} label={say('app.fact.copy', { name: say('app.fact.requestId') })} />
          </Text>
        )}
      </div>
      {answer.kind === 'success' && answer.models !== null && (
        <Text size="sm" mt={4}>
          {say('app.case.modelsListed', { count: answer.models.length })}
        </Text>
      )}
      {answer.kind === 'success' && answer.servedModel !== undefined && answer.servedModel !== item.model && (
        <Text size="sm" mt={4}>
          {say('app.case.servedModel')} <span className="mono">{answer.servedModel}</span>
        </Text>
      )}
      <SentAs sent={item.sent} />
      {pausedUntil !== null && (
        <Text size="sm" mt={4}>
          {say('app.case.pausedUntil', { time: formatClock(pausedUntil, language) })}
          {Date.parse(pausedUntil) > Date.now() && <LiftPause />}
        </Text>
      )}
      {answer.kind === 'no_answer' && <Text size="sm">{say(`app.case.failure.${answer.failure}`)}</Text>}
      {(answer.kind === 'refusal' || answer.kind === 'no_answer') && (
        <Excerpt text={answer.excerpt} number={number} />
      )}
    </>
  );
}

/** Headers that choose among the organizations and projects of a key, where the test sent any. */
function SentAs({ sent }: { readonly sent: Observation['sent'] }) {
  const { say } = useText();
  const headers = headerTexts(sent ?? NO_HEADERS);
  if (headers.length === 0) return null;
  return (
    <Text size="sm" mt={4} className="break">
      {say('app.case.sentWith')} <span className="mono">{headers.join(', ')}</span>
    </Text>
  );
}

function statusOf({ answer }: Observation): string {
  if (answer.kind === 'success') return String(answer.status);
  if (answer.kind !== 'refusal') return '';
  const { code } = answer.reading.facts;
  return code === null ? String(answer.status) : `${answer.status} ${code}`;
}

function Excerpt({ text, number }: { readonly text: string; readonly number: number }) {
  const { say } = useText();
  if (text === '') return null;
  return (
    <section
      className={styles['excerpt']}
      translate="no"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
      tabIndex={0}
      aria-label={`${number}. ${say('app.diagnose.excerpt')}`}
    >
      {visibleText(text)}
    </section>
  );
}
