import { ActionIcon, Button, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';

const SHOWN_MS = 1_800;

/** Copies through the main process, since the window may not touch the clipboard. */
export function useCopy(text: string) {
  const call = useCall((doctor) => doctor.app.copy_text);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => call.mutate({ text }, { onSuccess: () => setCopied(true) });
  return { copied, copy };
}

export function CopyIcon({ text, label }: { readonly text: string; readonly label: string }) {
  const { copied, copy } = useCopy(text);
  const { say } = useText();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={22}
      aria-label={copied ? say('app.common.copied') : label}
      title={label}
      onClick={copy}
    >
      {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
    </ActionIcon>
  );
}

interface CopyTextButtonProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly text: string;
  readonly label: string;
}

export function CopyTextButton({ text, label, ...look }: CopyTextButtonProps) {
  const { copied, copy } = useCopy(text);
  const { say } = useText();
  return (
    <Button {...look} onClick={copy} leftSection={copied ? <IconCheck size={17} /> : <IconCopy size={17} />}>
      <span aria-live="polite">{copied ? say('app.common.copied') : label}</span>
    </Button>
  );
}
