import { Button, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Comparison, RunSummary } from '../../shared/history/views';
import { useCall } from '../state/queries';
import { formatMoment } from '../text/format';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { Section } from '../ui/page';
import styles from './history.module.css';
import { OutcomePill } from './outcome-pill';
import { useRuns } from './queries';

export function RunsSection() {
  const { say } = useText();
  const runs = useRuns();
  const known = runs.data ?? [];
  return (
    <Section title={say('history.runs')} lead={say('history.runsLead')}>
      <CallAlert error={runs.error} />
      {known.length === 0 ? <Text size="sm">{say('history.noRuns')}</Text> : <Compare runs={known} />}
    </Section>
  );
}

function runName(run: RunSummary, say: Say, moment: string): string {
  const kind = run.kind === 'fill' ? 'fill' : run.probe === 'real_probe' ? 'real' : 'free';
  const state = run.state === 'done' ? '' : ` (${say(`history.run.state.${run.state}`)})`;
  return `${moment} · ${say(`history.run.${kind}`)} · ${run.done}/${run.total}${state}`;
}

function Compare({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { say, language } = useText();
  const compare = useCall('history:compare');
  const [before, setBefore] = useState<string | null>(twinOf(runs)?.id ?? null);
  const [after, setAfter] = useState<string | null>(runs[0]?.id ?? null);
  const data = runs.map((run) => ({
    value: run.id,
    label: runName(run, say, formatMoment(run.startedAt, language, new Date())),
  }));
  const ready = before !== null && after !== null && before !== after;
  return (
    <Stack gap={14}>
      <div className={styles['filters']}>
        <Select
          size="xs"
          w={330}
          label={say('history.before')}
          data={data}
          value={before}
          onChange={setBefore}
        />
        <Select
          size="xs"
          w={330}
          label={say('history.after')}
          data={data}
          value={after}
          onChange={setAfter}
        />
        <Button
          size="xs"
          disabled={!ready}
          loading={compare.isPending}
          onClick={() => ready && compare.mutate({ before, after })}
        >
          {say('history.compare')}
        </Button>
      </div>
      <CallAlert error={compare.error} />
      {compare.data !== undefined && <Compared comparison={compare.data} />}
    </Stack>
  );
}

/** The run before the newest that asked in the same way: the two that are worth comparing most often. */
function twinOf([newest, ...earlier]: readonly RunSummary[]): RunSummary | undefined {
  return earlier.find((run) => run.kind === newest?.kind && run.probe === newest.probe) ?? earlier[0];
}

/** That nothing changed is known only where something was answered in both. */
function Unchanged({ same }: Pick<Comparison, 'same'>) {
  const { say } = useText();
  return same === 0 ? (
    <Notice tone="info">{say('history.compared.nothingShared')}</Notice>
  ) : (
    <Notice tone="good">{say('history.compared.none')}</Notice>
  );
}

/** Lines drawn of a comparison; a whole matrix can differ. */
const SHOWN = 200;

export function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { say } = useText();
  const { same, onlyOne, differences, otherwiseTested } = comparison;
  return (
    <div data-testid="comparison" data-changed={differences.length}>
      <Text size="sm" mb={8}>
        {say('history.compared.changed', { count: differences.length })} ·{' '}
        {say('history.compared.same', { count: same })} ·{' '}
        {otherwiseTested.length > 0 && (
          <>{say('history.compared.otherwiseTested', { count: otherwiseTested.length })} · </>
        )}
        {say('history.compared.onlyOne', { count: onlyOne })}
      </Text>
      {differences.length === 0 ? (
        <Unchanged same={same} />
      ) : (
        <table className={styles['comparison']}>
          <thead>
            <tr>
              <th>{say('history.column.key')}</th>
              <th>{say('history.column.model')}</th>
              <th>{say('history.compared.was')}</th>
              <th>{say('history.compared.now')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, SHOWN).map(({ keyId, keyLabel, model, before, after }) => (
              <tr key={`${keyId} ${model}`}>
                <td>{keyLabel}</td>
                <td className="mono">{model}</td>
                <td>
                  <OutcomePill {...before} />
                </td>
                <td>
                  <OutcomePill {...after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
