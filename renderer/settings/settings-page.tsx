import { Code, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language, Settings, Theme } from '../../shared/base/settings';
import type { AppInfo } from '../../shared/ipc/views';
import { MESSAGES } from '../../shared/messages';
import { useAppInfo, useSettings, useWriteSettings } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { PageFrame, Section } from '../ui/page';
import { ClipboardSection } from './clipboard-section';
import { Licences } from './licences';
import { LogSection } from './log-section';
import { ProbingSection } from './probing-section';
import styles from './settings.module.css';
import { StorageSection } from './storage-section';
import { SupportSection } from './support-section';

export function SettingsPage() {
  const { say } = useText();
  const settings = useSettings();
  const info = useAppInfo().data;
  return (
    <PageFrame title={say('app.settings.title')}>
      <CallAlert error={settings.error} />
      {settings.data !== undefined && <Choices settings={settings.data} />}
      {settings.data !== undefined && <ClipboardSection settings={settings.data} />}
      <ProbingSection />
      {info !== undefined && <EnvironmentVariables names={info.environmentVariables} />}
      {info !== undefined && <StorageSection mode={info.mode} />}
      <SupportSection />
      <LogSection />
      {info !== undefined && <About info={info} />}
    </PageFrame>
  );
}

function Choices({ settings }: { readonly settings: Settings }) {
  const { say } = useText();
  const write = useWriteSettings();
  const language = settings.language ?? 'system';
  return (
    <Section title={say('app.settings.window')}>
      <CallAlert error={write.error} onClose={write.reset} />
      <div className={styles['rows']}>
        <Row name={say('app.settings.language')} help={say('app.settings.languageHelp')}>
          <SegmentedControl<Language | 'system'>
            aria-label={say('app.settings.language')}
            value={language}
            onChange={(value) => write.mutate({ ...settings, language: value === 'system' ? null : value })}
            data={[
              { value: 'system', label: say('app.settings.system') },
              { value: 'en', label: say('app.settings.english') },
              { value: 'ja', label: say('app.settings.japanese') },
            ]}
          />
        </Row>
        <Row name={say('app.settings.theme')}>
          <SegmentedControl<Theme>
            aria-label={say('app.settings.theme')}
            value={settings.theme}
            onChange={(value) => write.mutate({ ...settings, theme: value })}
            data={[
              { value: 'system', label: say('app.settings.system') },
              { value: 'light', label: say('app.settings.light') },
              { value: 'dark', label: say('app.settings.dark') },
            ]}
          />
        </Row>
      </div>
    </Section>
  );
}

interface RowProps {
  readonly name: string;
  readonly help?: string;
  readonly children: ReactNode;
}

function Row({ name, help, children }: RowProps) {
  return (
    <div className={styles['row']}>
      <div className={styles['rowText']}>
        <p className={styles['rowName']}>{name}</p>
        {help !== undefined && <p className={styles['rowHelp']}>{help}</p>}
      </div>
      {children}
    </div>
  );
}

type VariableName = keyof (typeof MESSAGES)['en']['app']['settings']['variable'];

function isKnownVariable(name: string): name is VariableName {
  return Object.hasOwn(MESSAGES.en.app.settings.variable, name);
}

function EnvironmentVariables({ names }: { readonly names: readonly string[] }) {
  const { say } = useText();
  return (
    <Section title={say('app.settings.environment')} lead={say('app.settings.environmentHelp')}>
      {names.length === 0 ? (
        <Text size="sm">{say('app.settings.environmentNone')}</Text>
      ) : (
        <Stack gap={8} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {names.map((name) => (
            <Group key={name} component="li" gap={12} wrap="nowrap">
              <Code style={{ flex: 'none', overflow: 'visible' }}>{name}</Code>
              <Text size="sm">{say(`app.settings.variable.${isKnownVariable(name) ? name : 'other'}`)}</Text>
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}

function About({ info }: { readonly info: AppInfo }) {
  const { say } = useText();
  return (
    <Section title={say('app.settings.about')} actions={<Licences />}>
      <Stack gap={2}>
        <Text size="sm" fw={600}>
          {say('app.name')} · {say('app.settings.version', { version: info.version })}
        </Text>
        <Text size="sm">
          {say(`app.settings.runtime.${info.runtime}`, { version: info.electronVersion })}
        </Text>
        <Text size="sm" c="dimmed">
          {say('app.settings.platform', { platform: info.platform })}
        </Text>
      </Stack>
    </Section>
  );
}
