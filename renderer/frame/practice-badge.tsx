import { ActionIcon, Loader, Menu, Text } from '@mantine/core';
import { IconBuildingSkyscraper, IconDots, IconSchool } from '@tabler/icons-react';
import type { AppInfo } from '../../shared/ipc/views';
import { PRACTICE_CONDITIONS, type PracticeCondition } from '../../shared/practice/views';
import { usePracticeCall, usePracticeState } from '../state/queries';
import { useText } from '../text/use-text';
import { ActionMenu } from '../ui/action-menu';
import { LeavePractice } from '../ui/leave-practice';
import { CallAlert } from '../ui/notice';
import styles from './frame.module.css';

/** Always there in practice, so that nobody takes it for the real thing. */
export function PracticeBadge({ info: { practiceOnly } }: { readonly info: AppInfo }) {
  const { say } = useText();
  return (
    <aside
      className={styles['practice']}
      aria-label={say('practice.name')}
      title={say('practice.explanation')}
      data-testid="practice-badge"
    >
      <div className={styles['practiceLine']}>
        <span className={styles['practiceName']}>
          <IconSchool size={16} aria-hidden />
          {say('practice.name')}
        </span>
        <PracticeMenu practiceOnly={practiceOnly} />
      </div>
      <p className="visually-hidden">{say('practice.explanation')}</p>
      <Weather />
      {practiceOnly ? (
        <p className={styles['practiceNote']}>{say('practice.only')}</p>
      ) : (
        <LeavePractice size="compact-sm" variant="subtle">
          {say('practice.leave')}
        </LeavePractice>
      )}
    </aside>
  );
}

/** Practice that answers badly must not be taken for a fault of the app. */
function Weather() {
  const { say } = useText();
  const condition = usePracticeState().data?.condition ?? 'normal';
  if (condition === 'normal') return null;
  return (
    <p className={styles['weather']}>
      {say('practice.condition.now', { name: say(`practice.condition.name.${condition}`) })}
    </p>
  );
}

/** Good and bad days of the service, and an organization large enough for a full matrix, to be tried without an account. */
function PracticeMenu({ practiceOnly }: { readonly practiceOnly: boolean }) {
  const { say } = useText();
  const state = usePracticeState();
  const set = usePracticeCall((doctor) => doctor.practice.set_condition);
  const enlarge = usePracticeCall((doctor) => doctor.practice.enlarge);
  if (state.data === undefined) return <CallAlert error={state.error} />;
  const { condition, large } = state.data;
  return (
    <>
      <ActionMenu
        position="bottom-start"
        width={340}
        target={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say('practice.more')}
            title={say('practice.more')}
            data-testid="practice-condition"
            data-condition={condition}
            loading={set.isPending}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        }
      >
        <div className={styles['practiceAbout']}>
          {say('practice.explanation')} {practiceOnly && say('practice.onlyWhy')}
        </div>
        <Menu.Divider />
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
