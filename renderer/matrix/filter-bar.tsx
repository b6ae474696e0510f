import { Button, Select, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { STATES } from '../../shared/observations/resolve';
import { shortenId } from '../../shared/text/shorten-id';
import { useText } from '../text/use-text';
import { Collapsed, collapsing } from '../ui/collapsing';
import { keyboard } from '../ui/keyboard';
import { type GridFilter, isFiltered, NO_FILTER, sortedChoices } from './grid-model';
import styles from './matrix.module.css';

interface FilterBarProps {
  readonly filter: GridFilter;
  readonly keys: readonly KeySummary[];
  readonly codes: readonly string[];
  readonly onChange: (filter: GridFilter) => void;
}

const OUTCOMES = ['lacking', ...STATES] as const;

/** Fields share one line; what they offer may be wider. */
const DROPDOWN = { width: 'max-content', position: 'bottom-start' } as const;

export function FilterBar({ filter, keys, codes, onChange }: FilterBarProps) {
  const { say } = useText();
  const first = useRef<HTMLInputElement>(null);
  const change = (part: Partial<GridFilter>) => onChange({ ...filter, ...part });
  const named = (field: 'model' | 'key') => ({
    'aria-label': say(`matrix.filter.${field}`),
    placeholder: say(`matrix.filter.${field}`),
    title: say(`matrix.filter.${field}Hint`),
  });
  const ids = (values: readonly string[]) => values.map((value) => ({ value, label: shortenId(value) }));
  const organizations = sortedChoices(keys.map((key) => key.organization));
  const projects = sortedChoices(keys.map((key) => key.project));
  return (
    <div className={styles['filters']}>
      <TextInput
        ref={first}
        size="xs"
        {...named('model')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.model}
        onChange={(event) => change({ model: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        {...named('key')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.key}
        onChange={(event) => change({ key: event.currentTarget.value })}
      />
      <Select
        size="xs"
        aria-label={say('matrix.filter.outcome')}
        placeholder={say('matrix.filter.outcome')}
        comboboxProps={DROPDOWN}
        data={OUTCOMES.map((state) => ({
          value: state,
          label: say(state === 'lacking' ? 'matrix.filter.lacking' : `matrix.state.${state}`),
        }))}
        value={filter.state}
        onChange={(value) => change({ state: OUTCOMES.find((state) => state === value) ?? null })}
        clearable
      />
      <Facet name="code" data={codes.map((code) => ({ value: code, label: code }))} {...{ filter, change }} />
      <Facet name="organization" data={ids(organizations)} {...{ filter, change }} />
      <Facet name="project" data={ids(projects)} {...{ filter, change }} />
      {isFiltered(filter) && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconFilterOff size={15} />}
          {...collapsing(say('matrix.filter.clear'))}
          onClick={() => {
            onChange(NO_FILTER);
            // This button goes with the filter.
            keyboard.give(first.current);
          }}
        >
          <Collapsed>{say('matrix.filter.clear')}</Collapsed>
        </Button>
      )}
    </div>
  );
}

interface FacetProps {
  readonly name: 'code' | 'organization' | 'project';
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly filter: GridFilter;
  readonly change: (part: Partial<GridFilter>) => void;
}

/** Offered only where there is something to choose between. */
function Facet({ name, data, filter, change }: FacetProps) {
  const { say } = useText();
  if (data.length < 2 && filter[name] === null) return null;
  return (
    <Select
      size="xs"
      aria-label={say(`matrix.filter.${name}`)}
      placeholder={say(`matrix.filter.${name}`)}
      title={filter[name] ?? say(`matrix.filter.${name}`)}
      comboboxProps={DROPDOWN}
      data={[...data]}
      value={filter[name]}
      onChange={(value) => change({ [name]: value })}
      searchable={data.length > 8}
      clearable
    />
  );
}
