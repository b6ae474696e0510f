import { Button, Select, Stack, Text } from '@mantine/core';
import type { RunDifference, RunSummary } from '../../shared/history/views';
import { useCall } from '../state/queries';
import { useRemembered } from '../state/window-memory';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';
import { Compared } from './compared';
import styles from './history.module.css';
import { useRuns } from './queries';
import { runName } from './run-name';

interface CompareSectionProps {
  /** The runs belong to one world. */
  readonly world: string;
  readonly onOpen: (difference: RunDifference) => void;
}

export function CompareSection(props: CompareSectionProps) {
  const { say } = useText();
  const runs = useRuns();
  return (
    <Section title={say('history.runs')} lead={say('history.runsLead')}>
      <CallAlert error={runs.error} />
      {runs.data?.length === 0 && <Text size="sm">{say('history.noRuns')}</Text>}
      {runs.data !== undefined && runs.data.length > 0 && <Compare {...props} runs={runs.data} />}
    </Section>
  );
}

interface Choice {
  readonly before: string | null;
  readonly after: string | null;
}

function Compare({ world, runs, onOpen }: CompareSectionProps & { readonly runs: readonly RunSummary[] }) {
  const text = useText();
  const { say } = text;
  const compare = useCall((doctor) => doctor.history.compare);
  const [chosen, setChosen] = useRemembered<Choice>(`history.compared ${world}`, {
    before: twinOf(runs)?.id ?? null,
    after: runs[0]?.id ?? null,
  });
  const pair = pairOf(runs, chosen);
  // Whatever was compared before stands under these names no longer.
  const found = isOf(pair, compare.variables) ? compare.data : undefined;
  const field = (side: keyof Choice) => (
    <Select
      size="xs"
      className={styles['run']}
      label={say(`history.${side}`)}
      data={runs.map((run) => ({ value: run.id, label: runName(run, text, new Date()) }))}
      value={runs.some(({ id }) => id === chosen[side]) ? chosen[side] : null}
      onChange={(id) => setChosen({ ...chosen, [side]: id })}
      allowDeselect={false}
      searchable={runs.length > 8}
      maxDropdownHeight={340}
    />
  );
  return (
    <Stack gap={14}>
      <div className={styles['filters']}>
        {field('before')}
        {field('after')}
        <Button
          size="xs"
          disabled={pair === null}
          loading={compare.isPending}
          onClick={() => pair !== null && compare.mutate({ before: pair.before.id, after: pair.after.id })}
        >
          {say('history.compare')}
        </Button>
      </div>
      {pair === null && (
        <Text size="sm" c="dimmed">
          {say(runs.length === 1 ? 'history.oneRun' : 'history.sameRun')}
        </Text>
      )}
      <CallAlert error={compare.error} onClose={compare.reset} />
      {pair !== null && found !== undefined && (
        <Compared
          key={`${pair.before.id} ${pair.after.id}`}
          comparison={found}
          before={pair.before}
          after={pair.after}
          onOpen={onOpen}
        />
      )}
    </Stack>
  );
}

/** The run before the newest that asked in the same way: the two that are worth comparing most often. */
function twinOf([newest, ...earlier]: readonly RunSummary[]): RunSummary | undefined {
  return earlier.find((run) => run.kind === newest?.kind && run.probe === newest.probe) ?? earlier[0];
}

interface Pair {
  readonly before: RunSummary;
  readonly after: RunSummary;
}

/** The two that are chosen, the earlier one first in whichever field it is; null where they are not two. */
function pairOf(newestFirst: readonly RunSummary[], { before, after }: Choice): Pair | null {
  if (before === after) return null;
  const [later, earlier] = newestFirst.filter(({ id }) => id === before || id === after);
  return later === undefined || earlier === undefined ? null : { before: earlier, after: later };
}

function isOf(
  pair: Pair | null,
  asked: { readonly before: string; readonly after: string } | undefined,
): boolean {
  return pair !== null && pair.before.id === asked?.before && pair.after.id === asked.after;
}
