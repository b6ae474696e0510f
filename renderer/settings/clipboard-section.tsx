import { Switch } from '@mantine/core';
import type { Settings } from '../../shared/base/settings';
import { useWriteSettings } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';

export function ClipboardSection({ settings }: { readonly settings: Settings }) {
  const { say } = useText();
  const write = useWriteSettings();
  return (
    <Section title={say('arrival.clipboard.setting')} lead={say('arrival.clipboard.settingHelp')}>
      <CallAlert error={write.error} onClose={write.reset} />
      <Switch
        label={say('arrival.clipboard.offer')}
        checked={settings.offerClipboard === true}
        onChange={({ currentTarget }) => write.mutate({ ...settings, offerClipboard: currentTarget.checked })}
      />
    </Section>
  );
}
