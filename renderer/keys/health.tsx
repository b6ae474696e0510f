import { NETWORK_FAILURES } from '../../shared/diagnosis/evidence';
import { CAUSES } from '../../shared/errors/reading';
import type { KeyHealth, KeySummary } from '../../shared/keys/key';
import { formatMoment } from '../text/format';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import styles from './keys.module.css';

const TONES = { accepted: 'good', accepted_cannot_list: 'good', refused: 'bad', undecided: 'warn' } as const;

/** How the key fared when it was last checked, or that the keychain holds something else now. */
export function Health({ summary }: { readonly summary: KeySummary }) {
  const { say, language } = useText();
  const { health, checkedAt, drift } = summary;
  const reason = health === null ? null : reasonOf(health, say);
  return (
    <div className={styles['health']}>
      {drift !== null && <Pill tone="bad">{say(`keyring.drift.${drift}`)}</Pill>}
      {health !== null && <Pill tone={TONES[health.kind]}>{pillText(health, say)}</Pill>}
      {reason !== null && <div className={styles['small']}>{reason}</div>}
      {health === null && drift === null && (
        <span className={styles['small']}>{say('keys.neverChecked')}</span>
      )}
      {checkedAt !== null && (
        <div className={styles['small']}>{formatMoment(checkedAt, language, new Date())}</div>
      )}
    </div>
  );
}

function pillText(health: KeyHealth, say: Say): string {
  return health.kind === 'refused' || health.kind === 'undecided'
    ? say(`keys.health.${health.kind}`)
    : healthText(health, say);
}

/** Why it was refused, in words. What is kept is a cause or a network failure; anything else is shown as it is. */
function reasonOf(health: KeyHealth, say: Say): string | null {
  if (health.kind !== 'refused' && health.kind !== 'undecided') return null;
  const { code } = health;
  const cause = CAUSES.find((name) => name === code);
  if (cause !== undefined) return say(`verdict.cause.${cause}.title`);
  const failure = NETWORK_FAILURES.find((name) => name === code);
  return failure === undefined ? code : say(`app.case.failure.${failure}`);
}

export function healthText(health: KeyHealth, say: Say): string {
  switch (health.kind) {
    case 'accepted':
      return say('keys.health.accepted', { count: health.models });
    case 'accepted_cannot_list':
      return say('keys.health.accepted_cannot_list');
    case 'refused':
    case 'undecided':
      return `${say(`keys.health.${health.kind}`)}: ${reasonOf(health, say)}`;
  }
}
