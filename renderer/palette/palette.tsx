import { Combobox, type ComboboxStore, TextInput, useCombobox } from '@mantine/core';
import { useHotkeys, useId } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAppInfo, useCases, useKeys, useSettings } from '../state/queries';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { LIST_STAYS } from '../ui/keyboard';
import { hotkeysOf } from '../ui/shortcuts';
import { type Action, type Command, commandsFor, GROUPS, type Group } from './commands';
import { KeyCaps } from './key-caps';
import styles from './palette.module.css';
import { search } from './search';

interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onChoose: (action: Action) => void;
}

export function Palette({ opened, onClose, onChoose }: PaletteProps) {
  const { say } = useText();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={say('palette.title')}
      head={false}
      centered={false}
      size={620}
      yOffset="11vh"
      padding={0}
    >
      <Search onClose={onClose} onChoose={onChoose} />
    </Dialog>
  );
}

/** As many of a group as are seen at a glance, and as many as are worth reading through. */
const SHOWN_UNASKED = 5;
const SHOWN_FOUND = 20;

function Search({ onClose, onChoose }: Omit<PaletteProps, 'opened'>) {
  const { say } = useText();
  const [query, setQuery] = useState('');
  const found = search(useCommands(), query);
  const unasked = query.trim() === '';
  const groups = grouped(found, unasked);
  const combobox = useCombobox({ opened: true });
  const listId = useId();
  const shown = groups.flatMap(({ commands }) => commands.map(({ id }) => id)).join(' ');
  useMark(combobox, listId, query, shown);
  const choose = (id: string) => {
    const command = found.find((candidate) => candidate.id === id);
    if (command === undefined) return;
    onClose();
    onChoose(command.action);
  };
  useToggle(onClose);
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      {/* Said here, since the library learns the list's id only after it has drawn the field. */}
      <Combobox.EventsTarget withExpandedAttribute aria-expanded aria-controls={listId}>
        <TextInput
          data-autofocus
          aria-label={say('palette.title')}
          placeholder={say('palette.placeholder')}
          classNames={{ input: styles['input'] ?? '' }}
          leftSection={<IconSearch size={18} aria-hidden />}
          leftSectionWidth={48}
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          {...LIST_STAYS}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} className={styles['options']} aria-label={say('palette.title')}>
        {groups.map(({ group, commands }) => (
          <Combobox.Group key={group} label={say(`palette.group.${group}`)} className={styles['group']}>
            {commands.map((command) => (
              <Option key={command.id} command={command} />
            ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
      <div className={styles['foot']}>
        <span role="status">
          {found.length === 0
            ? say('palette.nothing', { query: query.trim() })
            : !unasked && say('palette.found', { count: found.length })}
        </span>
        <span>{say('palette.hint')}</span>
      </div>
    </Combobox>
  );
}

/**
 * Marks the first answer to each query, also where it came late. An answer that is marked stays so while others come:
 * Enter takes what the person sees marked. The library itself only remembers the place of the mark in the list.
 */
function useMark(
  { selectFirstOption, updateSelectedOptionIndex }: ComboboxStore,
  listId: string,
  query: string,
  shown: string,
) {
  const markedFor = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark is looked at again when other answers are shown.
  useEffect(() => {
    const options = [...document.querySelectorAll(`#${listId} [data-combobox-option]`)];
    const marked = options.findIndex((option) => option.hasAttribute('data-combobox-selected'));
    if (markedFor.current === query && marked !== -1) updateSelectedOptionIndex(marked);
    else selectFirstOption();
    markedFor.current = query;
  }, [query, shown, listId, selectFirstOption, updateSelectedOptionIndex]);
}

/** The keys that open it close it as well; held down, they do neither over and over. */
function useToggle(onClose: () => void) {
  const close = (event: KeyboardEvent) => {
    if (!event.repeat) onClose();
  };
  useHotkeys(
    hotkeysOf('palette').map((hotkey) => [hotkey, close]),
    [],
  );
}

function Option({ command }: { readonly command: Command }) {
  return (
    <Combobox.Option value={command.id} className={styles['option']}>
      <span className={styles['optionTitle']}>{command.title}</span>
      {command.detail !== undefined && <span className={styles['optionDetail']}>{command.detail}</span>}
      {command.shortcut !== undefined && (
        <span className={styles['optionKeys']}>
          <KeyCaps name={command.shortcut} />
        </span>
      )}
    </Combobox.Option>
  );
}

function useCommands(): readonly Command[] {
  const { say } = useText();
  const info = useAppInfo().data;
  const settings = useSettings().data;
  const keys = useKeys().data;
  const cases = useCases().data;
  return useMemo(() => {
    if (info === undefined || settings === undefined) return [];
    return commandsFor({ info, settings, keys: keys ?? [], cases: cases ?? [] }, say);
  }, [info, settings, keys, cases, say]);
}

/** In their usual order until something is asked for; then the group of the best answer comes first. */
function grouped(found: readonly Command[], unasked: boolean) {
  const order: readonly Group[] = unasked ? GROUPS : [...new Set(found.map(({ group }) => group))];
  return order
    .map((group) => ({
      group,
      commands: found
        .filter((command) => command.group === group)
        .slice(0, unasked && group !== 'pages' ? SHOWN_UNASKED : SHOWN_FOUND),
    }))
    .filter(({ commands }) => commands.length > 0);
}
