import type { KeyHealth, KeySummary } from '../../shared/keys/key';
import type { Say } from '../../shared/messages/say';
import { formatMoment } from '../text/format';
import { reasonText } from '../text/reason-text';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import styles from './keys.module.css';

const TONES = { accepted: 'good', accepted_cannot_list: 'good', refused: 'bad', undecided: 'warn' } as const;

/** How the key fared when it was last checked, or that the keychain holds something else now. */
export function Health({ summary }: { readonly summary: KeySummary }) {
  const { say, language } = useText();
  const { health, checkedAt, drift } = summary;
  const isDoubtful = health?.kind === 'refused' || health?.kind === 'undecided';
  return (
    <div className={styles['health']}>
      {drift !== null && <Pill tone="bad">{say(`keyring.drift.${drift}`)}</Pill>}
      {health !== null && <Pill tone={TONES[health.kind]}>{pillText(health, say)}</Pill>}
      {isDoubtful && <div className="small">{reasonText(health.code, say)}</div>}
      {checkedAt !== null && (
        <div className="small">
          {say('keys.testedAt', { moment: formatMoment(checkedAt, language, new Date()) })}
        </div>
      )}
    </div>
  );
}

function pillText(health: KeyHealth, say: Say): string {
  return health.kind === 'refused' || health.kind === 'undecided'
    ? say(`keys.health.${health.kind}`)
    : healthText(health, say);
}

export function healthText(health: KeyHealth, say: Say): string {
  switch (health.kind) {
    case 'accepted':
      return say('keys.health.accepted', { count: health.models });
    case 'accepted_cannot_list':
      return say('keys.health.accepted_cannot_list');
    case 'refused':
    case 'undecided':
      return `${say(`keys.health.${health.kind}`)}: ${reasonText(health.code, say)}`;
  }
}
