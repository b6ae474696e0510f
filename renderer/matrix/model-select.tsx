import { Select } from '@mantine/core';
import { useState } from 'react';
import { MAX_MODEL_ID } from '../../shared/admin/policy';
import { fitsTerms, fold, termsOf } from '../../shared/text/terms';
import { useText } from '../text/use-text';

interface ModelSelectProps {
  readonly models: readonly string[];
  readonly value: string;
  readonly onChange: (model: string) => void;
}

const SHOWN = 60;

/** One of the models that are known, or any other by its name: a new one may be on nobody's list yet. */
export function ModelSelect({ models, value, onChange }: ModelSelectProps) {
  const { say } = useText();
  const [typed, setTyped] = useState(value);
  const name = typed.normalize('NFKC').trim().slice(0, MAX_MODEL_ID);
  const terms = typed === value ? [] : termsOf(typed);
  const fitting = models.filter((id) => fitsTerms(terms, (word) => fold(id).includes(word))).slice(0, SHOWN);
  const offered = new Set([value, ...fitting]);
  const isOther = name !== '' && !models.includes(name) && name !== value;
  return (
    <Select
      label={say('matrix.filter.model')}
      data={[
        ...[...offered].map((id) => ({ value: id, label: id })),
        ...(isOther ? [{ value: name, label: say('matrix.model.other', { name }) }] : []),
      ]}
      // What fits was found above.
      filter={({ options }) => options}
      value={value}
      onChange={(model) => model !== null && onChange(model)}
      searchValue={typed}
      onSearchChange={setTyped}
      allowDeselect={false}
      searchable
      spellCheck={false}
    />
  );
}
