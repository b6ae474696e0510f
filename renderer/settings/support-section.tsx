import { Button, Group, Stack, Text } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';
import { ScrolledText } from '../ui/scrolled-text';

/** Shows what would be saved for the developers, and saves just that. */
export function SupportSection() {
  const { say } = useText();
  const preview = useCall((doctor) => doctor.app.preview_support);
  return (
    <Section title={say('app.settings.support.title')} lead={say('app.settings.support.lead')}>
      <CallAlert error={preview.error} onClose={preview.reset} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconLifebuoy size={16} aria-hidden />}
          loading={preview.isPending}
          onClick={() => preview.mutate({})}
        >
          {say('app.settings.support.preview')}
        </Button>
      </Group>
      <PreviewDialog shown={preview.data} onClose={preview.reset} />
    </Section>
  );
}

interface PreviewProps {
  readonly shown: { readonly id: string; readonly text: string } | undefined;
  readonly onClose: () => void;
}

function PreviewDialog({ shown, onClose }: PreviewProps) {
  const { say } = useText();
  const save = useCall((doctor) => doctor.app.save_support);
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <Dialog
      opened={shown !== undefined}
      onClose={close}
      title={say('app.settings.support.dialogTitle')}
      size="lg"
    >
      <Stack gap={16}>
        <Text>{say('app.settings.support.dialogLead')}</Text>
        <ScrolledText text={shown?.text ?? ''} label={say('app.settings.support.text')} maxHeight={320} />
        <CallAlert error={save.error} />
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={close}>
            {say('app.common.cancel')}
          </Button>
          <Button
            loading={save.isPending}
            onClick={() =>
              shown !== undefined &&
              save.mutate({ id: shown.id }, { onSuccess: ({ saved }) => (saved ? close() : undefined) })
            }
          >
            {say('app.settings.support.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
