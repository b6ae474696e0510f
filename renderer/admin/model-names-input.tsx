import { type ComboboxItem, type OptionsFilter, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { unseenModels } from '../../shared/admin/known-models';
import { MAX_MODEL_ID } from '../../shared/admin/policy';
import { MAX_NAMED_MODELS } from '../../shared/base/limits';
import type { Say } from '../../shared/messages/say';
import { idOf } from '../../shared/models/families';
import { useText } from '../text/use-text';
import { namesIn, type Objection, objectionTo, SEPARATORS } from './model-names';

interface ModelNamesInputProps {
  readonly names: readonly string[];
  readonly onNames: (names: readonly string[]) => void;
  /** What stands in the field and was not taken over as a name yet. */
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  readonly secretRefused: boolean;
  readonly proposals: readonly string[];
  /** Names on lists that the app read. */
  readonly listed: readonly string[];
}

const PROPOSALS_SHOWN = 40;
const LONGEST_QUOTE = 60;

/** Names of models, each checked for its shape; one that was never met is marked and let through, since it may be new. */
export function ModelNamesInput(props: ModelNamesInputProps) {
  const { names, onNames, draft, onDraft, secretRefused, proposals, listed } = props;
  const { say } = useText();
  const [typing, setTyping] = useState(false);
  // A name that is being typed is not judged before its end.
  const found = objectionTo(typing ? names : [...names, ...namesIn(draft)]);
  const objection: Objection | null = secretRefused ? { kind: 'secret' } : found;
  const unseen = objection === null ? unseenModels(names, listed) : [];
  return (
    <div>
      <TagsInput
        // What comes next lies below the field, and proposals may not cover it.
        comboboxProps={{ position: 'top' }}
        label={say('admin.change.models')}
        description={say('admin.change.modelsHelp')}
        data={draft.trim() === '' ? [] : [...proposals]}
        filter={byId}
        limit={PROPOSALS_SHOWN}
        // On the way to a button nothing may shift: what is left in the field counts as it stands.
        acceptValueOnBlur={false}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        splitChars={SEPARATORS}
        isDuplicate={(name, tags) => tags.includes(name)}
        error={objection !== null && objectionText(objection, say)}
        spellCheck={false}
        autoCapitalize="off"
        value={[...names]}
        // Not all ways in split alike: an input method, for one, brings its comma as part of the text.
        onChange={(tags) => onNames([...new Set(tags.flatMap(namesIn))])}
        searchValue={draft}
        onSearchChange={onDraft}
      />
      <div role="status" className="small" style={{ color: 'var(--doctor-warn)', marginTop: 5 }}>
        {unseen.length > 0 && say('admin.change.unseen', { models: unseen.join(', ') })}
      </div>
    </div>
  );
}

/** Finds `gpt-5.4-mini` for `GPT-5.4 Mini`, as announcements print it. */
const byId: OptionsFilter = ({ options, search, limit }) =>
  (options as ComboboxItem[]).filter(({ value }) => value.includes(idOf(search))).slice(0, limit);

function objectionText(objection: Objection, say: Say): string {
  switch (objection.kind) {
    case 'secret':
      return say('errors.looks_like_secret');
    case 'too_many':
      return say('admin.change.tooMany', { most: MAX_NAMED_MODELS });
    case 'not_a_name': {
      const { name } = objection;
      const quoted = name.length > LONGEST_QUOTE ? `${name.slice(0, LONGEST_QUOTE)}…` : name;
      return say('admin.change.notAName', { name: quoted, most: MAX_MODEL_ID });
    }
  }
}
