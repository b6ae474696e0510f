import { Text } from '@mantine/core';
import type { CaseView } from '../../shared/case/views';
import { type Nearest, nearestModels } from '../../shared/models/nearest';
import { RETIREMENTS_READ_ON } from '../../shared/models/retirements';
import styles from '../admin/admin.module.css';
import { useText } from '../text/use-text';
import { CopyIcon } from '../ui/copy';
import { Section } from '../ui/page';
import { useNow } from '../ui/use-now';

/** Models that this very key lists, the nearest to the one asked for first; `known` once it has listed any. */
export function useNearest(view: CaseView): {
  readonly known: boolean;
  readonly nearest: readonly Nearest[];
} {
  const today = new Date(useNow(false)).toISOString().slice(0, 10);
  const list = view.evidence.findLast(
    (item) =>
      item.kind === 'probe' &&
      item.probe === 'list' &&
      item.keyId === view.keyId &&
      item.answer.kind !== 'not_sent',
  );
  const listed = list?.kind === 'probe' && list.answer.kind === 'success' ? list.answer.models : null;
  const { model } = view.verdict;
  if (listed === null || model === null) return { known: false, nearest: [] };
  return { known: true, nearest: nearestModels(model, listed, today) };
}

/** A stop-gap while somebody else decides. */
export function NearestCard({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const { nearest } = useNearest(view);
  const { layer, state } = view.verdict;
  // Where the call stops lower down, every model would stop there.
  const helps =
    layer === 'policy' || layer === 'entitlement' || layer === 'model_name' || state === 'not_listed';
  if (!helps || nearest.length === 0) return null;
  return (
    <Section title={say('report.nearest.title')} lead={say('report.nearest.lead')}>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }} data-testid="nearest">
        {nearest.map(({ model: name, difference, retiresOn }) => (
          <li key={name} className={styles['nearest']}>
            <span className="mono break">{name}</span>
            <CopyIcon text={name} label={`${say('report.nearest.copy')}: ${name}`} />
            <Text size="sm" c="dimmed" component="span">
              {say(`report.nearest.difference.${difference}`, { date: RETIREMENTS_READ_ON })}
              {retiresOn !== null && ` · ${say('report.nearest.retires', { date: retiresOn })}`}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
