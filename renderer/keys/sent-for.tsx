import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MAX_HEADER_ID } from '../../shared/base/limits';
import type { SentFor } from '../../shared/keys/key';
import {
  type HeaderError,
  type HeaderName,
  isSameSender,
  readHeaderId,
} from '../../shared/observations/sender';
import { useText } from '../text/use-text';

const NAMES = ['organization', 'project'] as const satisfies readonly HeaderName[];

interface SentForState {
  readonly typed: Readonly<Record<HeaderName, string>>;
  readonly refused: Readonly<Record<HeaderName, HeaderError | null>>;
  readonly changed: boolean;
  readonly type: (name: HeaderName, value: string) => void;
  /** What was typed; null where it cannot be sent, which the fields then say. */
  readonly read: () => SentFor | null;
}

const NOTHING_REFUSED = { organization: null, project: null } as const;

export function useSentFor(kept: SentFor): SentForState {
  const [typed, setTyped] = useState({
    organization: kept.organization ?? '',
    project: kept.project ?? '',
  });
  const [refused, setRefused] = useState<SentForState['refused']>(NOTHING_REFUSED);
  const organization = readHeaderId('organization', typed.organization);
  const project = readHeaderId('project', typed.project);
  const valid =
    organization.ok && project.ok ? { organization: organization.value, project: project.value } : null;
  return {
    typed,
    refused,
    changed: valid === null || !isSameSender(valid, kept),
    type: (name, value) => {
      setTyped({ ...typed, [name]: value });
      setRefused({ ...refused, [name]: null });
    },
    read: () => {
      setRefused({
        organization: organization.ok ? null : organization.error,
        project: project.ok ? null : project.error,
      });
      return valid;
    },
  };
}

/** The organization and project that a key which reaches several is tested for. */
export function SentForFields({
  fields,
  readOnly,
}: {
  readonly fields: SentForState;
  readonly readOnly: boolean;
}) {
  const { say } = useText();
  return (
    <Stack gap={8} component="fieldset" style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Text component="legend" size="sm" fw={650} p={0} mb={4}>
        {say('keyring.details.sentFor.title')}
      </Text>
      <Text size="sm" c="dimmed">
        {say('keyring.details.sentFor.help')}
      </Text>
      {NAMES.map((name) => {
        const refused = fields.refused[name];
        return (
          <TextInput
            key={name}
            label={say(`keyring.details.sentFor.${name}`)}
            placeholder={name === 'organization' ? 'org-…' : 'proj_…'}
            value={fields.typed[name]}
            error={refused === null ? null : say(`errors.${refused}`)}
            maxLength={MAX_HEADER_ID}
            spellCheck={false}
            readOnly={readOnly}
            onChange={(event) => fields.type(name, event.currentTarget.value)}
          />
        );
      })}
      {fields.changed && (
        <Text size="sm" c="var(--doctor-warn)" role="status">
          {say('keyring.details.sentFor.voids')}
        </Text>
      )}
    </Stack>
  );
}
