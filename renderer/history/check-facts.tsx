import { Stack, Text } from '@mantine/core';
import type { CheckRecord } from '../../shared/history/check';
import type { Say } from '../../shared/messages/say';
import type { Pace } from '../../shared/observations/observation';
import { headerTexts } from '../../shared/observations/sender';
import { visibleText } from '../../shared/text/visible';
import { formatClock, formatMoment } from '../text/format';
import { type Text as TextTools, useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import styles from './check-facts.module.css';
import { useCheck } from './queries';

interface CheckFactsProps {
  readonly title: string;
  readonly id: string;
  readonly newerAttempt: { readonly at: string; readonly code: string | null } | null;
}

/** The evidence of one check, as it came back. */
export function CheckFacts({ title, id, newerAttempt }: CheckFactsProps) {
  const { say, language } = useText();
  const check = useCheck(id);
  return (
    <Stack gap={8}>
      <Text fw={650} size="sm">
        {title}
      </Text>
      <CallAlert error={check.error} />
      {check.data !== undefined && <Facts check={check.data} />}
      {newerAttempt !== null && (
        <Text size="sm" c="dimmed">
          {say('matrix.details.newerAttempt', {
            time: formatClock(newerAttempt.at, language),
            code: newerAttempt.code ?? say('app.common.notKnown'),
          })}
        </Text>
      )}
    </Stack>
  );
}

function Facts({ check }: { readonly check: CheckRecord }) {
  const text = useText();
  const { say, language } = text;
  const facts = [
    [say('matrix.details.when'), formatMoment(check.at, language, new Date(), 'second')],
    [say('matrix.details.how'), say(`app.case.probe.${check.probe}`)],
    [say('matrix.details.endpoint'), check.endpoint],
    [say('matrix.details.answer'), answerText(check)],
    [say('matrix.details.type'), check.answer.type],
    [say('matrix.details.servedModel'), check.answer.servedModel],
    [say('app.fact.requestId'), check.requestId],
    [say('matrix.details.sent'), headerTexts(check.sent).join(', ')],
    [say('app.fact.project'), check.project],
    [say('app.fact.organization'), check.organization],
    [say('matrix.details.duration'), say('app.case.duration', { ms: check.durationMs })],
    [say('matrix.details.processing'), inMilliseconds(check.answer.processingMs, say)],
    [say('matrix.details.retryAfter'), inSeconds(check.answer.retryAfterSeconds, say)],
    [say('matrix.details.pace'), check.answer.pace === null ? null : paceText(check.answer.pace, text)],
  ] as const;
  return (
    <>
      <dl className={styles['facet']}>
        {facts.map(([name, value]) =>
          value === null || value === '' ? null : (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {check.excerpt !== null && check.excerpt !== '' && (
        <>
          <Text size="sm" c="dimmed">
            {say('matrix.details.excerpt')}
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
          <pre className={styles['excerpt']} tabIndex={0}>
            {visibleText(check.excerpt)}
          </pre>
        </>
      )}
    </>
  );
}

function inMilliseconds(value: number | null, say: Say): string | null {
  return value === null ? null : say('app.case.duration', { ms: value });
}

function inSeconds(value: number | null, say: Say): string | null {
  return value === null ? null : say('matrix.details.seconds', { count: value });
}

/** What is left of each limit that the API named. */
function paceText(pace: Pace, { say }: TextTools): string {
  const { requestsLeft, requestsLimit, tokensLeft, tokensLimit } = pace;
  const part = (key: 'requestsLeft' | 'tokensLeft', left: number | null, limit: number | null) =>
    left === null
      ? []
      : [
          say(`matrix.details.${key}`, {
            left,
            limit: limit ?? '?',
          }),
        ];
  return [
    ...part('requestsLeft', requestsLeft, requestsLimit),
    ...part('tokensLeft', tokensLeft, tokensLimit),
  ].join(' · ');
}

export function answerText({ status, code }: CheckRecord): string {
  return [status, code].filter((part) => part !== null).join(' · ');
}
