import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { CHECK_STATES } from '../../shared/history/check';
import type { HistoryFilter } from '../../shared/history/views';
import { useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { keyName } from '../ui/key-select';
import styles from './history.module.css';

interface CheckFiltersProps {
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
}

export function CheckFilters({ filter, onChange }: CheckFiltersProps) {
  const { say } = useText();
  const keys = useKeys().data ?? [];
  const change = (part: Partial<HistoryFilter>) => onChange({ ...filter, ...part });
  return (
    <div className={styles['filters']} style={{ marginBottom: 14 }}>
      <Select
        size="xs"
        w={230}
        label={say('history.filter.key')}
        placeholder={say('history.filter.anyKey')}
        data={keys.map((key) => ({ value: key.id, label: keyName(key) }))}
        value={filter.keyId}
        onChange={(keyId) => change({ keyId })}
        searchable={keys.length > 8}
        clearable
      />
      <TextInput
        size="xs"
        w={190}
        label={say('matrix.filter.model')}
        placeholder={say('matrix.filter.modelPlaceholder')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.model}
        onChange={(event) => change({ model: event.currentTarget.value.slice(0, 200) })}
      />
      <Select
        size="xs"
        w={150}
        label={say('matrix.filter.outcome')}
        placeholder={say('matrix.filter.any')}
        data={CHECK_STATES.map((state) => ({ value: state, label: say(`matrix.state.${state}`) }))}
        value={filter.state}
        onChange={(value) => change({ state: CHECK_STATES.find((state) => state === value) ?? null })}
        clearable
      />
    </div>
  );
}
