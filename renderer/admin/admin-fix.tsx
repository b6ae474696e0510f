import { Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import type { AdminKeySummary, ChangeRecord } from '../../shared/admin/change';
import { isModelId } from '../../shared/admin/policy';
import type { CaseView } from '../../shared/case/views';
import type { ProjectPlace } from '../../shared/ipc/calls/admin';
import { idMeant, idOf } from '../../shared/models/families';
import { aliasOf } from '../../shared/models/names';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { Notice } from '../ui/notice';
import styles from './admin.module.css';
import { ChangeButtons } from './change-buttons';
import { ChangeDialog } from './change-dialog';
import { CHANGE_RESULT, ChangeResult } from './change-result';
import { PreviewFailure } from './preview-failure';
import { useInspect } from './queries';
import { usePreview } from './use-preview';

interface AdminFixProps {
  readonly view: CaseView;
  readonly project: string;
  readonly adminKey: AdminKeySummary;
  /** The newest change of this project made since the case was opened. */
  readonly done: ChangeRecord | null;
}

interface Choice {
  readonly needed: readonly string[];
  readonly further: readonly string[];
  readonly spellings: readonly string[];
  /** What no list takes, as it stands in the error: a name with its end cut off, for the most part. */
  readonly incomplete: readonly string[];
}

/** What the program needs, and what it may need besides. */
export function adminChoices({ verdict, reading }: Pick<CaseView, 'verdict' | 'reading'>): Choice {
  const facts = reading?.facts;
  const cutOff = facts?.modelTruncated === true ? facts.model : null;
  const isWhole = (name: string) => name !== cutOff && isModelId(asId(name));
  const main = verdict.model === null ? [] : [verdict.model];
  // The reader meets what is left of such a name a second time, as a name of its own.
  const remains = cutOff?.replace(/(?:…|\.{3}).*$/, '');
  const named = [...main, ...(facts?.furtherModels ?? []).filter((name) => name !== remains)];
  const needed = main.filter(isWhole).map(asId);
  const further = named
    .filter(isWhole)
    .map(asId)
    .filter((name) => !needed.includes(name));
  const spellings = [...needed.map(aliasOf), ...verdict.siblings].filter(
    (name) => !needed.includes(name) && !further.includes(name),
  );
  return {
    needed,
    further: [...new Set(further)],
    spellings: [...new Set(spellings)],
    incomplete: named.filter((name) => !isWhole(name)),
  };
}

/** An error can name a model as people do, and a list takes ids alone. */
function asId(name: string): string {
  return isModelId(name) ? idMeant(name) : idOf(name);
}

/** An undo is a change too, but not one to go on from. */
export function isMade(change: ChangeRecord | null): boolean {
  return change?.undoes === null && (change.state === 'verified' || change.state === 'written');
}

/** Step 4 done by the app: chosen, previewed, confirmed, written, read back. Once it is done, only its result is left to see. */
export function AdminFix({ view, project, adminKey, done }: AdminFixProps) {
  const { say } = useText();
  const [again, setAgain] = useState(false);
  const preview = usePreview();
  const inspect = useInspect();
  const changed = () => {
    setAgain(false);
    keyboard.give(CHANGE_RESULT);
    inspect.mutate(view.id);
  };
  // A change is written before it was read back, which its dialog waits for.
  const isOver = isMade(done) && !again && preview.preview === null;
  return (
    <div data-testid="admin-fix">
      {!isOver && <Wish view={view} place={{ keyId: adminKey.id, project }} preview={preview} />}
      {done !== null && <ChangeResult record={done} onChanged={changed} />}
      {isOver && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAgain(true)}>
          {say('admin.fix.again')}
        </Button>
      )}
      <ChangeDialog preview={preview} onDone={changed} />
    </div>
  );
}

interface WishProps {
  readonly view: CaseView;
  readonly place: ProjectPlace;
  readonly preview: ReturnType<typeof usePreview>;
}

function Wish({ view, place, preview }: WishProps) {
  const { say } = useText();
  const choices = adminChoices(view);
  const [wished, setWished] = useState<readonly string[]>([...choices.needed, ...choices.further]);
  const toggle = (model: string) =>
    setWished((old) => (old.includes(model) ? old.filter((name) => name !== model) : [...old, model]));
  return (
    <>
      <Text>{say('admin.fix.lead')}</Text>
      {choices.incomplete.length > 0 && (
        <Notice tone="warn">
          <span className="break">
            {say('admin.fix.incomplete', {
              models: choices.incomplete.join(', '),
              place: say('app.case.chooser'),
            })}
          </span>
        </Notice>
      )}
      <div className={styles['checks']}>
        <Choices title={say('admin.fix.needed')} models={choices.needed} wished={wished} onToggle={toggle} />
        <Choices
          title={say('admin.fix.further')}
          models={choices.further}
          wished={wished}
          onToggle={toggle}
        />
        <Choices
          title={say('admin.fix.spellings')}
          models={choices.spellings}
          wished={wished}
          onToggle={toggle}
        />
      </div>
      <ChangeButtons preview={preview} place={place} models={wished} remove={say('admin.fix.remove')} />
      <div style={{ marginTop: 12 }}>
        <PreviewFailure error={preview.error} />
      </div>
    </>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly models: readonly string[];
  readonly wished: readonly string[];
  readonly onToggle: (model: string) => void;
}

function Choices({ title, models, wished, onToggle }: ChoicesProps) {
  if (models.length === 0) return null;
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, display: 'grid', gap: 6 }}>
      <legend className={styles['group']} style={{ padding: 0 }}>
        {title}
      </legend>
      {models.map((model) => (
        <Checkbox
          key={model}
          label={<span className="mono break">{model}</span>}
          checked={wished.includes(model)}
          onChange={() => onToggle(model)}
        />
      ))}
    </fieldset>
  );
}
