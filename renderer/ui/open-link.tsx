import { Button, type ButtonProps, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { isConsolePage, type LinkId } from '../../shared/remedies/links';
import { useAppInfo, useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from './notice';
import { WRAPPING } from './wrapping';

interface OpenLinkProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly link: LinkId;
  readonly caseId: string | null;
  readonly label: string;
  /** Says below the button where it leads, or led. */
  readonly verbose?: boolean;
}

/** Opens a page by its name, never by an address: in the person's own browser, or in the practice console. */
export function OpenLink({ link, caseId, label, verbose = false, ...look }: OpenLinkProps) {
  const { say } = useText();
  const practising = useAppInfo().data?.mode === 'practice';
  const open = useCall((doctor) => doctor.app.open_link);
  return (
    <div>
      <Button
        {...look}
        h="auto"
        mih={look.size === 'xs' ? 30 : 38}
        py={6}
        styles={WRAPPING}
        rightSection={<IconExternalLink size={16} />}
        onClick={() => open.mutate({ link, caseId })}
      >
        {label}
      </Button>
      {verbose && practising && isConsolePage(link) && (
        <Text size="xs" c="dimmed" mt={6}>
          {say('practice.openConsole')}
        </Text>
      )}
      {verbose && !practising && open.data !== undefined && (
        <Text size="xs" c="dimmed" mt={6} className="break" role="status">
          {say('app.common.openedInBrowser')} {open.data.url}
        </Text>
      )}
      <CallAlert error={open.error} />
    </div>
  );
}
