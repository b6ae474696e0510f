import { Button, Code, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconFileText, IconFolder } from '@tabler/icons-react';
import type { LogView } from '../../shared/ipc/views';
import { useCall } from '../state/queries';
import { formatMoments } from '../text/format';
import { useText } from '../text/use-text';
import { CopyTextButton } from '../ui/copy';
import { Dialog } from '../ui/dialog';
import { EmptyState } from '../ui/empty-state';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';

/** The app's own failures, which a window that crashed could not show. */
export function LogSection() {
  const { say } = useText();
  const read = useCall((doctor) => doctor.app.read_log);
  return (
    <Section title={say('app.settings.log.title')} lead={say('app.settings.log.lead')}>
      <CallAlert error={read.error} onClose={read.reset} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
          loading={read.isPending}
          onClick={() => read.mutate({})}
        >
          {say('app.settings.log.open')}
        </Button>
      </Group>
      <Dialog
        opened={read.data !== undefined}
        onClose={read.reset}
        title={say('app.settings.log.dialogTitle')}
        size="xl"
      >
        {read.data !== undefined && <Log log={read.data} onClose={read.reset} />}
      </Dialog>
    </Section>
  );
}

interface LogProps {
  readonly log: LogView;
  readonly onClose: () => void;
}

export function Log({ log, onClose }: LogProps) {
  const { say } = useText();
  const show = useCall((doctor) => doctor.app.show_log);
  return (
    <Stack gap={16}>
      {log.entries.length === 0 ? <NoEntries /> : <Entries log={log} />}
      <CallAlert error={show.error} onClose={show.reset} />
      <Group justify="flex-end" gap={10}>
        {log.entries.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconFolder size={16} aria-hidden />}
            onClick={() => show.mutate({})}
          >
            {say('app.settings.log.showInFolder')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {say('app.common.close')}
        </Button>
        {log.entries.length > 0 && <CopyTextButton text={textOf(log)} label={say('app.settings.log.copy')} />}
      </Group>
    </Stack>
  );
}

function NoEntries() {
  const { say } = useText();
  return (
    <EmptyState icon={IconCircleCheck} title={say('app.settings.log.empty')}>
      <Text c="dimmed">{say('app.settings.log.emptyText')}</Text>
    </EmptyState>
  );
}

function Entries({ log: { entries, isWhole } }: { readonly log: LogView }) {
  const { say, language } = useText();
  const moments = formatMoments(
    entries.map(({ at }) => at),
    language,
    new Date(),
  );
  return (
    <>
      <Text>{say(isWhole ? 'app.settings.log.dialogLead' : 'app.settings.log.dialogLeadCut')}</Text>
      <ScrollArea.Autosize
        mah={340}
        type="auto"
        offsetScrollbars
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': say('app.settings.log.text') }}
      >
        <Stack gap={12} component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {entries.map(({ at, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: The list is never changed, and two entries may be alike.
            <li key={index}>
              <Text size="sm" c="dimmed" component="time" dateTime={at} display="block" mb={4}>
                {moments[index]}
              </Text>
              <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {text}
              </Code>
            </li>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </>
  );
}

function textOf({ entries }: LogView): string {
  return entries.map(({ at, text }) => `${at} ${text}`).join('\n');
}
