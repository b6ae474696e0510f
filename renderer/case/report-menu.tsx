import { Button, Menu } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../../shared/case/views';
import { caseLink } from '../../shared/ipc/arrival';
import { REPORT_FORMATS } from '../../shared/report/report';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { ActionMenu } from '../ui/action-menu';
import { useCopy } from '../ui/copy';
import { MisreadingDialog } from './misreading-dialog';

/** The whole diagnosis as a file in the window's language, and what to send the developers where it is wrong. */
export function ReportMenu({ view: { id, text, reading } }: { readonly view: CaseView }) {
  const { say, language } = useText();
  const save = useCall((doctor) => doctor.report.save);
  const saveGuide = useCall((doctor) => doctor.report.save_guide);
  const link = useCopy(caseLink(id));
  const [correcting, setCorrecting] = useState(false);
  const misreading = text === null || reading === null ? null : { text, reading };
  return (
    <>
      <ActionMenu
        position="bottom-end"
        width={300}
        target={
          <Button
            variant="default"
            size="xs"
            loading={save.isPending || saveGuide.isPending}
            leftSection={<IconFileDownload size={16} />}
            title={say('report.diagnosis.saveLead')}
          >
            {say('report.diagnosis.save')}
          </Button>
        }
      >
        {REPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save.mutate({ id, language, format })}>
            {say(`report.diagnosis.format.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => saveGuide.mutate({ id, language })}>{say('report.guide.menu')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item closeMenuOnClick={false} onClick={link.copy}>
          {link.copied ? say('app.common.copied') : say('arrival.copyLink')}
        </Menu.Item>
        {misreading !== null && (
          <Menu.Item onClick={() => setCorrecting(true)}>{say('report.misreading.open')}</Menu.Item>
        )}
      </ActionMenu>
      {misreading !== null && (
        <MisreadingDialog
          caseId={id}
          misreading={misreading}
          opened={correcting}
          onClose={() => setCorrecting(false)}
        />
      )}
    </>
  );
}
