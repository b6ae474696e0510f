import { Button, Group } from '@mantine/core';
import type { ErrorCode } from '../../shared/base/error-codes';
import type { CallError } from '../state/bridge';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { CallAlert } from '../ui/notice';

/** Met before anything is written, or OpenAI's clear no; those that say so themselves are not among them. */
const NOT_WRITTEN: readonly ErrorCode[] = [
  'not_found',
  'vault_locked',
  'vault_absent',
  'vault_denied',
  'vault_timeout',
  'vault_failed',
  'vault_missing',
  'cancelled',
  'admin_unreachable',
  'admin_too_fast',
  'admin_wrong_scope',
  'admin_key_refused',
  'admin_project_missing',
  'admin_refused',
];
/** A full disk or a bug can come before the write or after it. */
const LEFT_OPEN: readonly ErrorCode[] = ['store_failed', 'internal'];

interface ChangeFailureProps {
  readonly error: CallError;
  readonly onClose: () => void;
}

/** A preview serves once: after a failure only a new one can be confirmed. */
export function ChangeFailure({ error, onClose }: ChangeFailureProps) {
  const { say } = useText();
  const { code } = error;
  return (
    <>
      <CallAlert
        error={error}
        {...(NOT_WRITTEN.includes(code) ? { after: say('admin.preview.notChanged') } : {})}
        {...(LEFT_OPEN.includes(code) ? { after: say('admin.preview.leftOpen') } : {})}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} ref={keyboard.give}>
          {say('app.common.close')}
        </Button>
      </Group>
    </>
  );
}
