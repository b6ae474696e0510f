import { Checkbox } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { HintLine } from '../ui/hint-line';
import { focusedWithin } from '../ui/keyboard';
import { CallAlert, Notice } from '../ui/notice';
import { useRetestShortcut } from '../ui/use-retest-shortcut';
import { BulkBar } from './bulk-bar';
import { KeyDetails } from './key-details';
import { KeyRow } from './key-row';
import { KeyToolbar } from './key-toolbar';
import { arrange, FIRST_VIEW } from './key-view';
import styles from './keys.module.css';
import { RowList } from './row-list';

interface KeyListProps {
  readonly keys: readonly KeySummary[];
  readonly practising: boolean;
}

export function KeyList({ keys, practising }: KeyListProps) {
  const { say } = useText();
  const [view, setView] = useState(FIRST_VIEW);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [openedId, setOpenedId] = useState<string | null>(null);
  // Typing stays ahead of the list, however long it is.
  const settled = useDeferredValue(view);
  const shown = useMemo(() => arrange(keys, settled), [keys, settled]);
  // What is out of sight is not meant: nobody should delete what a filter hides.
  const chosen = shown.filter(({ id }) => selected.has(id));
  const retest = useRetest(shown, chosen);
  const opened = keys.find(({ id }) => id === openedId);
  // Otherwise the details of a deleted key would open again by themselves once it is brought back.
  if (openedId !== null && opened === undefined) setOpenedId(null);
  const select = useCallback((ids: readonly string[], inside: boolean) => {
    setSelected((old) => {
      const next = new Set(old);
      for (const id of ids) {
        if (inside) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  return (
    <>
      <KeyToolbar keys={keys} view={view} onChange={setView} />
      <Untested keys={keys} />
      <ListHead keys={keys} shown={shown} selected={selected} onSelect={select} />
      <CallAlert error={retest.error} onClose={retest.reset} />
      {shown.length === 0 && <Notice tone="info">{say('keyring.nothingFits')}</Notice>}
      {shown.length > 0 && (
        <RowList
          rows={shown}
          keyOf={({ id }) => id}
          label={say('keys.list')}
          className={styles['list'] ?? ''}
          estimate={73}
        >
          {(key) => (
            <KeyRow
              summary={key}
              practising={practising}
              selected={selected.has(key.id)}
              onSelect={select}
              onOpen={setOpenedId}
            />
          )}
        </RowList>
      )}
      <BulkBar chosen={chosen} practising={practising} onClear={() => setSelected(new Set())} />
      {opened !== undefined && (
        <KeyDetails summary={opened} practising={practising} onClose={() => setOpenedId(null)} />
      )}
    </>
  );
}

/** By the shortcut: the chosen keys, else the one that the keyboard is at, else all that are shown. */
function useRetest(shown: readonly KeySummary[], chosen: readonly KeySummary[]) {
  const check = useKeyCall((doctor) => doctor.matrix.start);
  useRetestShortcut(() => {
    const focused = focusedWithin('data-key-id');
    const meant = chosen.length > 0 || focused === null ? chosen : shown.filter(({ id }) => id === focused);
    const ids = (meant.length > 0 ? meant : shown).map(({ id }) => id);
    if (ids.length > 0) check.mutate({ kind: 'fill', keyIds: ids });
  });
  return check;
}

/** Says once what would otherwise stand in every row. */
function Untested({ keys }: { readonly keys: readonly KeySummary[] }) {
  const { say } = useText();
  const check = useKeyCall((doctor) => doctor.matrix.start);
  const ids = keys.filter(({ checkedAt, drift }) => checkedAt === null && drift === null).map(({ id }) => id);
  return (
    <>
      {ids.length > 0 && (
        <HintLine
          testId="untested"
          action={say('keyring.untested.test', { count: ids.length })}
          busy={check.isPending}
          onAct={() => check.mutate({ kind: 'fill', keyIds: ids })}
        >
          {say('keyring.untested.text', { count: ids.length })}
        </HintLine>
      )}
      <CallAlert error={check.error} onClose={check.reset} />
    </>
  );
}

interface ListHeadProps {
  readonly keys: readonly KeySummary[];
  readonly shown: readonly KeySummary[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], inside: boolean) => void;
}

function ListHead({ keys, shown, selected, onSelect }: ListHeadProps) {
  const { say } = useText();
  const count = shown.filter(({ id }) => selected.has(id)).length;
  const total = keys.length;
  return (
    <div className={styles['head']}>
      <Checkbox
        size="sm"
        label={say('keyring.selectAll')}
        disabled={shown.length === 0}
        checked={count > 0 && count === shown.length}
        indeterminate={count > 0 && count < shown.length}
        onChange={(event) =>
          onSelect(
            shown.map(({ id }) => id),
            event.currentTarget.checked,
          )
        }
      />
      <span role="status" data-testid="key-count">
        {shown.length === total
          ? say('keyring.count', { count: total })
          : say('keyring.countOf', { shown: shown.length, total })}
      </span>
    </div>
  );
}
