import { type RefObject, useEffect } from 'react';
import type { CallError } from '../state/bridge';
import { useVault } from '../state/queries';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { CallAlert, Notice } from '../ui/notice';
import { putBack, takeValue } from '../ui/secret-input';
import { isProblem, type Problem, useRemedy, VaultActions } from './vault-banner';

/**
 * What keeps the keychain from taking a secret; null where nothing is known to. Once it is over, what was said of it is
 * forgotten, and the person is back at the field.
 */
export function useKeychainTrouble(
  { forgetError }: { readonly forgetError: () => void },
  secret: RefObject<HTMLInputElement | null>,
): Problem | null {
  const vault = useVault().data;
  const trouble = vault?.store === 'keychain' && isProblem(vault.state) ? vault.state : null;
  const troubled = trouble !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trouble's end is what counts, not its becoming another.
  useEffect(() => {
    if (!troubled) return;
    return () => {
      forgetError();
      keyboard.give(secret.current);
    };
  }, [troubled]);
  return trouble;
}

interface StoringFailureProps {
  readonly trouble: Problem | null;
  readonly error: CallError | null;
}

/** Why a secret was not stored. Trouble with the keychain is told once, with every way to go on. */
export function StoringFailure({ trouble, error }: StoringFailureProps) {
  return (
    <>
      {trouble !== null && <KeychainTrouble trouble={trouble} />}
      <CallAlert error={trouble !== null && isKeychainError(error) ? null : error} />
    </>
  );
}

function KeychainTrouble({ trouble }: { readonly trouble: Problem }) {
  const { say } = useText();
  const remedy = useRemedy(trouble);
  return (
    <Notice
      tone="warn"
      role="alert"
      title={say(`keys.vault.problem.${trouble}`)}
      actions={<VaultActions session={false} />}
    >
      {remedy} {say('keys.vault.untouched')}
    </Notice>
  );
}

/** Takes the secret out of its field and hands it on; it comes back only where the keychain, and not the secret, was the trouble. */
export async function handOn(
  field: HTMLInputElement,
  send: (secret: string) => Promise<CallError | null>,
): Promise<CallError | null> {
  const secret = takeValue(field);
  const failure = await send(secret);
  if (isKeychainError(failure)) putBack(field, secret);
  return failure;
}

/** True where the keychain declined and the secret itself is none the worse. */
function isKeychainError(error: CallError | null): boolean {
  return error !== null && KEYCHAIN_ERRORS.includes(error.code);
}

const KEYCHAIN_ERRORS: readonly CallError['code'][] = [
  'vault_locked',
  'vault_absent',
  'vault_denied',
  'vault_timeout',
  'vault_failed',
];
