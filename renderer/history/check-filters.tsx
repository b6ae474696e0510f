import { Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { IconFilter, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { MAX_SEARCH } from '../../shared/base/limits';
import { CHECK_STATES } from '../../shared/history/check';
import { PROBES } from '../../shared/observations/observation';
import { useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { keyName } from '../ui/key-select';
import { type CheckChoice, EVERY_CHOICE, isChosen, PERIODS } from './check-choice';
import styles from './history.module.css';
import { useRuns } from './queries';
import { runName } from './run-name';

interface FieldsProps {
  readonly choice: CheckChoice;
  readonly change: (part: Partial<CheckChoice>) => void;
}

interface CheckFiltersProps {
  readonly choice: CheckChoice;
  /** Codes that the tests shown were answered with, to choose from. */
  readonly codes: readonly string[];
  readonly onChange: (choice: CheckChoice) => void;
}

export function CheckFilters({ choice, codes, onChange }: CheckFiltersProps) {
  const { say } = useText();
  const [wished, setWished] = useState(false);
  const { code, project, probe, runId } = choice;
  const isUsed = code !== '' || project !== '' || probe !== null || runId !== null;
  const fields = { choice, change: (part: Partial<CheckChoice>) => onChange({ ...choice, ...part }) };
  return (
    <div style={{ display: 'grid', gap: 10, marginBottom: 6 }}>
      <div className={styles['filters']}>
        <Common {...fields} />
        {!isUsed && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconFilter size={15} />}
            aria-expanded={wished}
            onClick={() => setWished(!wished)}
          >
            {say('history.filter.more')}
          </Button>
        )}
        {isChosen(choice, new Date()) && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconFilterOff size={15} />}
            onClick={() => onChange(EVERY_CHOICE)}
          >
            {say('matrix.filter.clear')}
          </Button>
        )}
      </div>
      {(wished || isUsed) && (
        <div className={styles['filters']}>
          <More {...fields} codes={codes} />
        </div>
      )}
    </div>
  );
}

function Common({ choice, change }: FieldsProps) {
  const { say } = useText();
  const keys = useKeys().data ?? [];
  return (
    <>
      <Select
        size="xs"
        flex="1 1 108px"
        maw={210}
        label={say('history.filter.key')}
        placeholder={say('history.filter.anyKey')}
        data={keys.map((key) => ({ value: key.id, label: keyName(key) }))}
        value={choice.keyId}
        onChange={(keyId) => change({ keyId })}
        searchable={keys.length > 8}
        clearable
      />
      <TextInput
        size="xs"
        flex="1 1 128px"
        maw={170}
        label={say('matrix.filter.model')}
        placeholder={say('matrix.filter.modelPlaceholder')}
        title={say('matrix.filter.modelHint')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={choice.model}
        onChange={(event) => change({ model: event.currentTarget.value.slice(0, MAX_SEARCH) })}
      />
      <Select
        size="xs"
        flex="1 1 82px"
        maw={140}
        label={say('matrix.filter.outcome')}
        placeholder={say('matrix.filter.any')}
        data={CHECK_STATES.map((state) => ({ value: state, label: say(`matrix.state.${state}`) }))}
        value={choice.state}
        onChange={(value) => change({ state: CHECK_STATES.find((state) => state === value) ?? null })}
        clearable
      />
      <Select
        size="xs"
        flex="1 1 82px"
        maw={140}
        label={say('history.filter.time')}
        placeholder={say('matrix.filter.any')}
        data={PERIODS.map((period) => ({ value: period, label: say(`history.filter.period.${period}`) }))}
        value={choice.period}
        onChange={(value) => change({ period: PERIODS.find((period) => period === value) ?? null })}
        clearable
      />
      {choice.period === 'days' && (
        <>
          <Day name="from" {...{ choice, change }} />
          <Day name="until" {...{ choice, change }} />
        </>
      )}
    </>
  );
}

function Day({ name, choice, change }: FieldsProps & { readonly name: 'from' | 'until' }) {
  const { say } = useText();
  return (
    <TextInput
      size="xs"
      w={140}
      type="date"
      label={say(`history.filter.${name}`)}
      value={choice[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
}

function More({ choice, change, codes }: FieldsProps & Pick<CheckFiltersProps, 'codes'>) {
  const text = useText();
  const { say } = text;
  const keys = useKeys().data ?? [];
  const runs = useRuns().data ?? [];
  const projects = keys.flatMap(({ project }) => (project === null ? [] : [project]));
  return (
    <>
      <Autocomplete
        size="xs"
        w={175}
        label={say('history.filter.code')}
        placeholder={say('history.filter.codePlaceholder')}
        data={[...codes]}
        value={choice.code}
        onChange={(code) => change({ code: code.slice(0, MAX_SEARCH) })}
      />
      <Autocomplete
        size="xs"
        w={200}
        label={say('matrix.filter.project')}
        placeholder={say('history.filter.projectPlaceholder')}
        data={[...new Set(projects)]}
        value={choice.project}
        onChange={(project) => change({ project: project.slice(0, MAX_SEARCH) })}
      />
      <Select
        size="xs"
        w={150}
        label={say('history.filter.probe')}
        placeholder={say('matrix.filter.any')}
        data={PROBES.map((probe) => ({ value: probe, label: say(`app.case.probe.${probe}`) }))}
        value={choice.probe}
        onChange={(value) => change({ probe: PROBES.find((probe) => probe === value) ?? null })}
        clearable
      />
      <Select
        size="xs"
        className={styles['run']}
        label={say('history.filter.run')}
        placeholder={say('matrix.filter.any')}
        data={runs.map((run) => ({ value: run.id, label: runName(run, text, new Date()) }))}
        value={choice.runId}
        onChange={(runId) => change({ runId })}
        searchable={runs.length > 8}
        clearable
      />
    </>
  );
}
