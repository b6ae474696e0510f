import { Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { VaultState, VaultStatus } from '../../shared/keys/key';
import { useAppInfo, useKeyCall, useVault } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';

export type Problem = Exclude<VaultState, 'ready' | 'unused'>;

export function isProblem(state: VaultState): state is Problem {
  return state !== 'ready' && state !== 'unused';
}

/** Where secrets are really kept; and where they can't be, what to do about it on this desktop. */
export function VaultBanner({ status }: { readonly status: VaultStatus }) {
  const { say } = useText();
  if (status.store === 'keychain' && isProblem(status.state)) {
    return <VaultProblem state={status.state} />;
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

function VaultProblem({ state }: { readonly state: Problem }) {
  const { say } = useText();
  const remedy = useRemedy(state);
  return (
    <div data-testid="vault" data-store="keychain" data-state={state}>
      <Notice
        tone="warn"
        role="status"
        title={say(`keys.vault.problem.${state}`)}
        actions={<VaultActions session={false} />}
      >
        {remedy} {say('keys.vault.untouched')}
      </Notice>
    </div>
  );
}

/** What to do about it on this desktop: GNOME and KDE open their keyrings in different programs. */
export function useRemedy(state: Problem): string {
  const { say } = useText();
  const desktop = useAppInfo().data?.desktop;
  const backend = useVault().data?.backend ?? 'secret_service';
  const ownWay = backend === 'secret_service' && (state === 'locked' || state === 'absent');
  return ownWay && desktop !== undefined
    ? say(`keyring.desktop.${desktop}.${state}`)
    : say(`keys.vault.remedy.${backend}.${state}`);
}

export function VaultActions({ session }: { readonly session: boolean }) {
  const { say } = useText();
  const retry = useKeyCall((doctor) => doctor.keys.retry_vault);
  const useSession = useKeyCall((doctor) => doctor.keys.use_session_only);
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
