import { Autocomplete } from '@mantine/core';
import { MAX_MODEL_ID } from '../../shared/admin/policy';
import { useText } from '../text/use-text';

interface ModelInputProps {
  readonly id?: string;
  readonly value: string;
  readonly onChange: (model: string) => void;
  readonly suggestions: readonly string[];
}

const SUGGESTIONS_SHOWN = 40;

export function ModelInput({ value, onChange, suggestions, ...own }: ModelInputProps) {
  const { say } = useText();
  return (
    <Autocomplete
      {...own}
      // What comes next lies below the field, and suggestions may not cover it.
      comboboxProps={{ position: 'top' }}
      label={say('app.question.model')}
      placeholder={say('app.question.modelPlaceholder')}
      data={[...new Set(suggestions)]}
      limit={SUGGESTIONS_SHOWN}
      maxLength={MAX_MODEL_ID}
      spellCheck={false}
      autoCapitalize="off"
      value={value}
      onChange={onChange}
    />
  );
}
