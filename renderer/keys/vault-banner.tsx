import { Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Desktop } from '../../shared/keys/desktop';
import type { VaultState, VaultStatus } from '../../shared/keys/key';
import { useAppInfo, useKeyCall } from '../state/queries';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';

type Problem = Exclude<VaultState, 'ready' | 'unused'>;

export function isProblem(state: VaultState): state is Problem {
  return state !== 'ready' && state !== 'unused';
}

/** Where secrets are really kept; and where they can't be, what to do about it on this desktop. */
export function VaultBanner({ status }: { readonly status: VaultStatus }) {
  const { say } = useText();
  if (status.store === 'keychain' && isProblem(status.state)) {
    return <VaultProblem status={status} state={status.state} />;
  }
  if (status.store === 'session') {
    return (
      <div data-testid="vault" data-store="session" data-state={status.state}>
        <Notice tone="warn" role="status" actions={<VaultActions session />}>
          {say('keys.vault.session')}
        </Notice>
      </div>
    );
  }
  const backend = say(`keys.vault.backend.${status.backend}`);
  return (
    <Text
      size="sm"
      c="dimmed"
      data-testid="vault"
      data-store={status.store}
      data-state={status.state}
      style={{ display: 'flex', alignItems: 'center', gap: 8 }}
    >
      <IconLock size={16} aria-hidden />
      {status.store === 'practice'
        ? say('keys.vault.practice')
        : say(status.state === 'ready' ? 'keys.vault.ready' : 'keys.vault.unused', { backend })}
    </Text>
  );
}

function VaultProblem({ status, state }: { readonly status: VaultStatus; readonly state: Problem }) {
  const { say } = useText();
  const desktop = useAppInfo().data?.desktop;
  return (
    <div data-testid="vault" data-store={status.store} data-state={state}>
      <Notice
        tone="warn"
        role="status"
        title={say(`keys.vault.problem.${state}`)}
        actions={<VaultActions session={false} />}
      >
        {remedyText(status, state, desktop, say)} {say('keys.vault.untouched')}
      </Notice>
    </div>
  );
}

/** GNOME and KDE open their keyrings in different programs. */
function remedyText(status: VaultStatus, state: Problem, desktop: Desktop | undefined, say: Say): string {
  const ownWay = status.backend === 'secret_service' && (state === 'locked' || state === 'absent');
  return ownWay && desktop !== undefined
    ? say(`keyring.desktop.${desktop}.${state}`)
    : say(`keys.vault.remedy.${status.backend}.${state}`);
}

export function VaultActions({ session }: { readonly session: boolean }) {
  const { say } = useText();
  const retry = useKeyCall('keys:retry_vault');
  const useSession = useKeyCall('keys:use_session_only');
  return (
    <>
      <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate({})}>
        {say('keys.vault.retry')}
      </Button>
      {!session && (
        <Button
          size="xs"
          variant="default"
          loading={useSession.isPending}
          onClick={() => useSession.mutate({})}
        >
          {say('keys.vault.useSession')}
        </Button>
      )}
      <CallAlert error={retry.error ?? useSession.error} />
    </>
  );
}
