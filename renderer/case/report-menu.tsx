import { Button, Menu } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { REPORT_FORMATS } from '../../shared/report/report';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { ActionMenu } from '../ui/action-menu';

/** The whole diagnosis as a file, in the window's language. */
export function ReportMenu({ caseId }: { readonly caseId: string }) {
  const { say, language } = useText();
  const save = useCall((doctor) => doctor.report.save);
  return (
    <ActionMenu
      position="bottom-end"
      width={230}
      withinPortal={false}
      target={
        <Button
          variant="default"
          size="xs"
          loading={save.isPending}
          leftSection={<IconFileDownload size={16} />}
          title={say('report.diagnosis.saveLead')}
        >
          {say('report.diagnosis.save')}
        </Button>
      }
    >
      {REPORT_FORMATS.map((format) => (
        <Menu.Item key={format} onClick={() => save.mutate({ id: caseId, language, format })}>
          {say(`report.diagnosis.format.${format}`)}
        </Menu.Item>
      ))}
    </ActionMenu>
  );
}
