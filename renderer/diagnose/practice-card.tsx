import { Button, Stack } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useSwitchPractice } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';

export function PracticeCard() {
  const { say } = useText();
  const enter = useSwitchPractice((doctor) => doctor.app.enter_practice);
  return (
    <Section title={say('practice.card.title')} lead={say('practice.card.lead')}>
      <Stack gap={12} align="flex-start">
        <Button
          variant="light"
          leftSection={<IconSchool size={18} />}
          loading={enter.isPending}
          onClick={() => enter.mutate()}
        >
          {say('practice.card.enter')}
        </Button>
        <CallAlert error={enter.error} onClose={enter.reset} />
      </Stack>
    </Section>
  );
}
