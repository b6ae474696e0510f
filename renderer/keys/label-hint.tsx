import { Anchor } from '@mantine/core';
import { freeLabel } from '../../shared/keys/label';
import { useKeys } from '../state/queries';
import { useText } from '../text/use-text';

interface LabelHintProps {
  readonly label: string;
  /** The key that bears the label itself, if it is stored already. */
  readonly keyId: string | null;
  readonly onUse: (label: string) => void;
}

/** Two keys may share a label; the one who gives it should know, and gets another proposed. */
export function LabelHint({ label, keyId, onUse }: LabelHintProps) {
  const { say } = useText();
  const keys = useKeys().data ?? [];
  const taken = new Set(keys.filter(({ id }) => id !== keyId).map((key) => key.label));
  const wish = label.trim();
  if (!taken.has(wish)) return null;
  const free = freeLabel(wish, taken);
  return (
    <div role="status" style={{ fontSize: 13, color: 'var(--doctor-warn)' }}>
      {say('keyring.sameLabel')}{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => onUse(free)}>
        {say('keyring.useLabel', { label: free })}
      </Anchor>
    </div>
  );
}
