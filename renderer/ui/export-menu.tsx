import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/history/views';
import { useText } from '../text/use-text';

interface ExportMenuProps {
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly onExport: (format: ExportFormat) => void;
}

/** Saves what is shown as a file; where, the system asks. */
export function ExportMenu({ busy, disabled = false, onExport }: ExportMenuProps) {
  const { say } = useText();
  return (
    <Menu position="bottom-end" withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={busy}
          disabled={disabled}
          leftSection={<IconDownload size={15} />}
        >
          {say('matrix.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => onExport(format)}>
            {say(`matrix.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
