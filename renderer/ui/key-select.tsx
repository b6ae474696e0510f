import { Select } from '@mantine/core';
import type { KeySummary } from '../../shared/keys/key';
import { useKeys } from '../state/queries';
import { useText } from '../text/use-text';

interface KeySelectProps {
  readonly id?: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

export function keyName(key: KeySummary): string {
  return `${key.label} · …${key.lastFour}`;
}

export function KeySelect({ value, onChange, ...own }: KeySelectProps) {
  const { say } = useText();
  const keys = useKeys().data ?? [];
  return (
    <Select
      {...own}
      label={say('app.question.key')}
      placeholder={keys.length === 0 ? say('app.question.noKeys') : say('app.question.keyPlaceholder')}
      data={keys.map((key) => ({ value: key.id, label: keyName(key) }))}
      value={value}
      onChange={onChange}
      searchable={keys.length > 8}
      clearable={value !== null}
      disabled={keys.length === 0}
      nothingFoundMessage={say('app.question.noKeys')}
      clearButtonProps={{ 'aria-label': say('app.question.withoutKey') }}
    />
  );
}
