import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { CAUSES, type Cause } from '../../shared/errors/reading';
import {
  type Correction,
  MAX_CORRECTION_NOTE,
  type Misreading,
  misreadingText,
} from '../../shared/report/misreading';
import { useAppInfo, useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CopyTextButton } from '../ui/copy';
import { Dialog } from '../ui/dialog';
import { CallAlert } from '../ui/notice';
import { ScrolledText } from '../ui/scrolled-text';

interface MisreadingDialogProps {
  readonly caseId: string;
  readonly misreading: Misreading;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Prepares what a person may send the developers by hand where a text was read wrongly. */
export function MisreadingDialog({ opened, onClose, ...rest }: MisreadingDialogProps) {
  const { say } = useText();
  return (
    <Dialog opened={opened} onClose={onClose} title={say('report.misreading.title')} size="lg">
      <Form {...rest} />
    </Dialog>
  );
}

function Form({ caseId, misreading }: Pick<MisreadingDialogProps, 'caseId' | 'misreading'>) {
  const { say } = useText();
  const [correction, setCorrection] = useState<Correction>({ meant: null, note: '' });
  const save = useCall((doctor) => doctor.report.save_misreading);
  const version = useAppInfo().data?.version ?? '';
  const shown = useDeferredValue(correction);
  const text = useMemo(() => misreadingText(misreading, shown, version), [misreading, shown, version]);
  return (
    <Stack gap={14}>
      <Text size="sm">{say('report.misreading.lead')}</Text>
      <Select
        label={say('report.misreading.meant')}
        placeholder={say('report.misreading.unknown')}
        data={CAUSES.map((cause) => ({ value: cause, label: say(`verdict.cause.${cause}.title`) }))}
        value={correction.meant}
        onChange={(meant) => setCorrection({ ...correction, meant: meant as Cause | null })}
        clearable
        maxDropdownHeight={200}
      />
      <Textarea
        label={say('report.misreading.note')}
        value={correction.note}
        maxLength={MAX_CORRECTION_NOTE}
        autosize
        minRows={1}
        maxRows={4}
        onChange={({ currentTarget }) => setCorrection({ ...correction, note: currentTarget.value })}
      />
      <ScrolledText text={text} label={say('report.misreading.preview')} maxHeight={190} />
      <CallAlert error={save.error} onClose={save.reset} />
      <Group justify="flex-end" gap={10}>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={17} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate({ id: caseId, ...correction })}
        >
          {say('report.misreading.save')}
        </Button>
        <CopyTextButton text={text} label={say('report.misreading.copy')} />
      </Group>
    </Stack>
  );
}
