import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/history/views';
import { useText } from '../text/use-text';
import { ActionMenu } from './action-menu';

interface ExportSection {
  /** What goes into the file; null where there is nothing to choose between. */
  readonly label: string | null;
  readonly onExport: (format: ExportFormat) => void;
}

interface ExportSectionsProps {
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly sections: readonly ExportSection[];
}

/** Saves as a file what is chosen; where, the system asks. */
export function ExportSections({ busy, disabled = false, sections }: ExportSectionsProps) {
  const { say } = useText();
  return (
    <ActionMenu
      position="bottom-end"
      target={
        <Button
          size="xs"
          variant="default"
          loading={busy}
          disabled={disabled}
          leftSection={<IconDownload size={15} />}
        >
          {say('matrix.export')}
        </Button>
      }
    >
      {sections.map((section) => (
        <Formats key={section.label} {...section} />
      ))}
    </ActionMenu>
  );
}

function Formats({ label, onExport }: ExportSection) {
  const { say } = useText();
  return (
    <>
      {label !== null && <Menu.Label>{label}</Menu.Label>}
      {EXPORT_FORMATS.map((format) => {
        const name = say(`matrix.format.${format}`);
        return (
          <Menu.Item
            key={format}
            {...(label === null ? {} : { 'aria-label': `${label}: ${name}` })}
            onClick={() => onExport(format)}
          >
            {name}
          </Menu.Item>
        );
      })}
    </>
  );
}

interface ExportMenuProps extends Omit<ExportSectionsProps, 'sections'> {
  readonly onExport: ExportSection['onExport'];
}

/** Where there is one thing to save. */
export function ExportMenu({ onExport, ...own }: ExportMenuProps) {
  return <ExportSections {...own} sections={[{ label: null, onExport }]} />;
}
