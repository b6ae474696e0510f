import { Button, Loader, Menu, Text } from '@mantine/core';
import { IconBuildingSkyscraper, IconChevronDown } from '@tabler/icons-react';
import type { AppInfo } from '../../shared/ipc/views';
import { PRACTICE_CONDITIONS, type PracticeCondition } from '../../shared/practice/views';
import { usePracticeCall, usePracticeState } from '../state/queries';
import { useText } from '../text/use-text';
import { ActionMenu } from '../ui/action-menu';
import { LeavePractice } from '../ui/leave-practice';
import { CallAlert } from '../ui/notice';
import styles from './frame.module.css';

/** Always there in practice, so that nobody takes it for the real thing. */
export function PracticeRibbon({ info }: { readonly info: AppInfo }) {
  const { say } = useText();
  return (
    <aside className={styles['ribbon']} aria-label={say('practice.name')} data-testid="practice-ribbon">
      <span className={styles['ribbonName']}>{say('practice.name')}</span>
      <span className={styles['ribbonText']}>
        {say('practice.ribbon')} {info.practiceOnly && say('practice.only')}
      </span>
      <PracticeMenu />
      {!info.practiceOnly && (
        <LeavePractice size="compact-sm" variant="default">
          {say('practice.leave')}
        </LeavePractice>
      )}
    </aside>
  );
}

/** Good and bad days of the service, and an organization large enough for a full matrix, to be tried without an account. */
function PracticeMenu() {
  const { say } = useText();
  const state = usePracticeState();
  const set = usePracticeCall((doctor) => doctor.practice.set_condition);
  const enlarge = usePracticeCall((doctor) => doctor.practice.enlarge);
  if (state.data === undefined) return <CallAlert error={state.error} />;
  const { condition, large } = state.data;
  return (
    <>
      <ActionMenu
        position="bottom-end"
        width={340}
        target={
          <Button
            size="compact-sm"
            variant="default"
            className={styles['condition']}
            data-testid="practice-condition"
            data-condition={condition}
            loading={set.isPending}
            rightSection={<IconChevronDown size={15} />}
          >
            {say('practice.condition.button', { name: say(`practice.condition.name.${condition}`) })}
          </Button>
        }
      >
        <Menu.Label>{say('practice.condition.title')}</Menu.Label>
        <Menu.RadioGroup
          value={condition}
          onChange={(value) => {
            const chosen = conditionOf(value);
            if (chosen !== null) set.mutate({ condition: chosen });
          }}
        >
          {PRACTICE_CONDITIONS.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              <Explained
                name={say(`practice.condition.name.${each}`)}
                lead={say(`practice.condition.lead.${each}`)}
              />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          disabled={large || enlarge.isPending}
          leftSection={
            enlarge.isPending ? <Loader size={16} /> : <IconBuildingSkyscraper size={16} aria-hidden />
          }
          onClick={() => enlarge.mutate({})}
        >
          <Explained
            name={say('practice.large.name')}
            lead={say(large ? 'practice.large.there' : 'practice.large.lead')}
          />
        </Menu.Item>
      </ActionMenu>
      <CallAlert error={set.error ?? enlarge.error} />
    </>
  );
}

function Explained({ name, lead }: { readonly name: string; readonly lead: string }) {
  return (
    <>
      <Text size="sm" fw={600} component="span" display="block">
        {name}
      </Text>
      <Text size="xs" c="dimmed" component="span" display="block">
        {lead}
      </Text>
    </>
  );
}

function conditionOf(value: string): PracticeCondition | null {
  return PRACTICE_CONDITIONS.find((each) => each === value) ?? null;
}
