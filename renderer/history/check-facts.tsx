import { Stack, Text } from '@mantine/core';
import type { CheckRecord } from '../../shared/history/check';
import { formatClock, formatMoment } from '../text/format';
import { useText } from '../text/use-text';
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
  const { say, language } = useText();
  const facts = [
    [say('matrix.details.when'), formatMoment(check.at, language, new Date())],
    [say('matrix.details.how'), say(`app.case.probe.${check.probe}`)],
    [say('matrix.details.endpoint'), check.endpoint],
    [say('matrix.details.answer'), answerText(check)],
    [say('app.fact.requestId'), check.requestId],
    [say('app.fact.project'), check.project],
    [say('app.fact.organization'), check.organization],
    [say('matrix.details.duration'), say('app.case.duration', { ms: check.durationMs })],
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
            {check.excerpt}
          </pre>
        </>
      )}
    </>
  );
}

export function answerText({ status, code }: CheckRecord): string {
  return [status, code].filter((part) => part !== null).join(' · ');
}
