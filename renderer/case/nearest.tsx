import { Text } from '@mantine/core';
import type { CaseView } from '../../shared/case/views';
import { type Nearest, nearestModels } from '../../shared/models/nearest';
import { RETIREMENTS_READ_ON } from '../../shared/models/retirements';
import styles from '../admin/admin.module.css';
import { useUsableModels } from '../state/queries';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { CopyIcon } from '../ui/copy';
import { Section } from '../ui/page';
import { useNow } from '../ui/use-now';

export interface KnownNearest {
  readonly nearest: readonly Nearest[];
  /** Of the list that they are on, as people say it. */
  readonly time: string;
}

/**
 * Models that this very key can use as far as is known of it, the nearest to the one asked for first. null where nothing
 * is known of it; undefined until that is told.
 */
export function useNearest({ keyId, verdict }: CaseView): KnownNearest | null | undefined {
  const { language } = useText();
  const now = new Date(useNow(false));
  const usable = useUsableModels(keyId).data;
  const { model } = verdict;
  if (keyId === null || model === null || usable === null) return null;
  if (usable === undefined) return undefined;
  const today = now.toISOString().slice(0, 10);
  const time = formatMoment(usable.at, language, now);
  return { nearest: nearestModels(model, usable.models, today), time };
}

/** A stop-gap while somebody else decides. */
export function NearestCard({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const known = useNearest(view) ?? null;
  const { layer, state } = view.verdict;
  // Where the call stops lower down, every model would stop there.
  const helps =
    layer === 'policy' || layer === 'entitlement' || layer === 'model_name' || state === 'not_listed';
  if (!helps || known === null || known.nearest.length === 0) return null;
  return (
    <Section title={say('report.nearest.title')} lead={say('report.nearest.lead', { time: known.time })}>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }} data-testid="nearest">
        {known.nearest.map(({ model: name, difference, retiresOn }) => (
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
