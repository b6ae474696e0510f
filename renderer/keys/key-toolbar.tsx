import { ActionIcon, Button, Select, Stack, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import type { KeySummary } from '../../shared/keys/key';
import type { MessageKey, Say } from '../../shared/messages/say';
import { shortenId } from '../../shared/text/shorten-id';
import { useText } from '../text/use-text';
import { PopPanel } from '../ui/pop-panel';
import {
  countFilters,
  filterChoices,
  type HealthFilter,
  type KeyFilters,
  type KeyView,
  NO_FILTERS,
  SORTS,
  type Sort,
} from './key-view';
import styles from './keys.module.css';

const SORT_NAMES = {
  newest: 'keyring.sort.newest',
  label: 'keyring.sort.label_',
  project: 'keyring.sort.project',
  checked: 'keyring.sort.checked',
  health: 'keyring.sort.health',
} as const satisfies Record<Sort, MessageKey>;

const HEALTH_NAMES = {
  accepted: 'keyring.filter.accepted',
  accepted_cannot_list: 'keys.health.accepted_cannot_list',
  refused: 'keys.health.refused',
  undecided: 'keys.health.undecided',
  unchecked: 'keyring.filter.unchecked',
  drifted: 'keyring.filter.drifted',
} as const satisfies Record<HealthFilter, MessageKey>;

interface KeyToolbarProps {
  readonly keys: readonly KeySummary[];
  readonly view: KeyView;
  readonly onChange: (view: KeyView) => void;
}

export function KeyToolbar({ keys, view, onChange }: KeyToolbarProps) {
  const { say } = useText();
  return (
    <search className={styles['toolbar']}>
      <TextInput
        className={styles['search'] ?? ''}
        aria-label={say('keyring.search')}
        placeholder={say('keyring.searchPlaceholder')}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          view.search !== '' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={say('keyring.clearSearch')}
              onClick={() => onChange({ ...view, search: '' })}
            >
              <IconX size={14} />
            </ActionIcon>
          )
        }
        value={view.search}
        maxLength={200}
        onChange={(event) => onChange({ ...view, search: event.currentTarget.value })}
      />
      <Select
        w={180}
        aria-label={say('keyring.sort.label')}
        allowDeselect={false}
        data={SORTS.map((sort) => ({ value: sort, label: say(SORT_NAMES[sort]) }))}
        value={view.sort}
        onChange={(sort) => onChange({ ...view, sort: SORTS.find((each) => each === sort) ?? 'newest' })}
      />
      <FilterButton
        keys={keys}
        filters={view.filters}
        onChange={(filters) => onChange({ ...view, filters })}
      />
    </search>
  );
}

interface FilterButtonProps {
  readonly keys: readonly KeySummary[];
  readonly filters: KeyFilters;
  readonly onChange: (filters: KeyFilters) => void;
}

/** Stands for an empty text, which a list of choices cannot hold. */
const NOTHING = '-';
const FILTERS = ['kind', 'project', 'organization', 'health', 'colour'] as const;

function FilterButton({ keys, filters, onChange }: FilterButtonProps) {
  const { say } = useText();
  const count = countFilters(filters);
  return (
    <PopPanel
      position="bottom-end"
      width={280}
      target={(toggle) => (
        <Button
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={toggle}
        >
          {count > 0 ? say('keyring.filter.active', { count }) : say('keyring.filter.open')}
        </Button>
      )}
    >
      <FilterFields keys={keys} filters={filters} onChange={onChange} />
    </PopPanel>
  );
}

/** Apart, so that the choices are gathered only while they are looked at. */
function FilterFields({ keys, filters, onChange }: FilterButtonProps) {
  const { say } = useText();
  return (
    <Stack gap={10}>
      {FILTERS.map((name) => (
        <Select
          key={name}
          size="xs"
          label={say(`keyring.filter.${name}`)}
          placeholder={say('keyring.filter.any')}
          clearable
          comboboxProps={{ withinPortal: false }}
          data={filterChoices(keys, name).map((value) => ({
            value: value || NOTHING,
            label: choiceName(name, value, say),
          }))}
          value={filters[name] === '' ? NOTHING : filters[name]}
          onChange={(value) => onChange({ ...filters, [name]: value === NOTHING ? '' : value })}
        />
      ))}
      <Button size="xs" variant="subtle" onClick={() => onChange(NO_FILTERS)}>
        {say('keyring.filter.clear')}
      </Button>
    </Stack>
  );
}

function choiceName(name: (typeof FILTERS)[number], value: string, say: Say): string {
  switch (name) {
    case 'kind':
      return say(`keys.kind.${value as KeySummary['kind']}`);
    case 'health':
      return say(HEALTH_NAMES[value as HealthFilter]);
    case 'colour':
      return say(`keyring.colour.${(value || 'none') as 'none'}`);
    default:
      return value === '' ? say('keyring.filter.unknown') : shortenId(value, 30);
  }
}
