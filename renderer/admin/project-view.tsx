import { Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChangeRecord, ProjectReading, RateLimit } from '../../shared/admin/change';
import { modelsOf } from '../../shared/admin/policy';
import type { ProjectPlace } from '../../shared/ipc/calls/admin';
import type { Say } from '../../shared/messages/say';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { FactChips, Pill } from '../ui/chip';
import { CallAlert } from '../ui/notice';
import { ChangeForm } from './change-form';
import { ChangeResult } from './change-result';
import styles from './project-view.module.css';
import { useProjectReading } from './queries';

/** What OpenAI holds of one project now. */
export function ProjectView({ place }: { readonly place: ProjectPlace }) {
  const { say, language } = useText();
  const query = useProjectReading(place);
  const [done, setDone] = useState<ChangeRecord | null>(null);
  const reading = query.data;
  const changed = (record: ChangeRecord) => {
    setDone(record);
    void query.refetch();
  };
  return (
    <div style={{ marginTop: 16 }} data-testid="project-view" data-policy={reading?.policy.kind ?? ''}>
      <CallAlert error={query.error} />
      {reading === undefined && query.isFetching && (
        <Group gap={10} role="status">
          <Loader size={18} />
          <Text size="sm">{say('admin.projects.reading')}</Text>
        </Group>
      )}
      {reading !== undefined && (
        <>
          <FactChips facts={factsOf(reading, say)} />
          <div className={styles['columns']}>
            <PolicyPanel reading={reading} />
            <LimitsPanel limits={reading.rateLimits} />
          </div>
          {done !== null && <ChangeResult record={done} onChanged={changed} />}
          <ChangeForm reading={reading} onChanged={changed} />
        </>
      )}
      <Group gap={12} mt={14}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRefresh size={15} />}
          loading={query.isFetching}
          onClick={() => query.refetch()}
        >
          {say('admin.projects.again')}
        </Button>
        {reading !== undefined && (
          <Text size="sm" c="dimmed">
            {say('admin.projects.readAt', { at: formatMoment(reading.at, language, new Date()) })}
          </Text>
        )}
      </Group>
    </div>
  );
}

function factsOf({ project, spendLimit }: ProjectReading, say: Say) {
  return [
    { name: say('app.fact.project'), value: project.id },
    { name: say('admin.spend.title'), value: spendText(spendLimit, say) },
  ];
}

function spendText(limit: ProjectReading['spendLimit'], say: Say): string {
  if (limit === 'unknown') return say('admin.spend.unknown');
  if (limit === null) return say('admin.spend.none');
  const amount = say('admin.spend.amount', { dollars: limit.cents / 100 });
  return limit.enforcing ? `${amount} (${say('admin.spend.enforcing')})` : amount;
}

const TONES = { none: 'good', allow_list: 'warn', deny_list: 'warn' } as const;
/** A list can hold thousands of names; the window draws these many. */
const MOST_DRAWN = 400;

function PolicyPanel({ reading: { policy } }: { readonly reading: ProjectReading }) {
  const { say } = useText();
  const models = [...modelsOf(policy)].sort();
  return (
    <div>
      <Group gap={10}>
        <Title order={3}>{say('admin.policy.title')}</Title>
        <Pill tone={TONES[policy.kind]}>{say(`admin.policy.name.${policy.kind}`)}</Pill>
      </Group>
      <Text size="sm" mt={4}>
        {say(`admin.policy.${policy.kind}`)}
      </Text>
      {models.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
        <section className={styles['scroll']} tabIndex={0} aria-label={say('admin.policy.title')}>
          <ul className={styles['models']} data-testid="policy-models">
            {models.slice(0, MOST_DRAWN).map((model) => (
              <li key={model}>{model}</li>
            ))}
            {models.length > MOST_DRAWN && <li>… {models.length - MOST_DRAWN}</li>}
          </ul>
        </section>
      )}
    </div>
  );
}

function LimitsPanel({ limits }: { readonly limits: readonly RateLimit[] | null }) {
  const { say, language } = useText();
  const number = new Intl.NumberFormat(language);
  return (
    <div>
      <Title order={3}>{say('admin.limits.title')}</Title>
      <Text size="sm" mt={4}>
        {say(limits === null ? 'admin.limits.unknown' : 'admin.limits.lead')}
      </Text>
      {limits !== null && limits.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
        <section className={styles['scroll']} tabIndex={0} aria-label={say('admin.limits.title')}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{say('admin.limits.model')}</th>
                <th scope="col">{say('admin.limits.requests')}</th>
                <th scope="col">{say('admin.limits.tokens')}</th>
              </tr>
            </thead>
            <tbody>
              {limits.slice(0, MOST_DRAWN).map((limit) => (
                <tr key={limit.model}>
                  <td>{limit.model}</td>
                  <td>{number.format(limit.requestsPerMinute)}</td>
                  <td>{number.format(limit.tokensPerMinute)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
