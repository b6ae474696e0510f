import { VisuallyHidden } from '@mantine/core';
import type { Verdict } from '../../shared/diagnosis/verdict';
import { LAYERS } from '../../shared/observations/layers';
import { useText } from '../text/use-text';
import styles from './case.module.css';
import { SIGNS } from './ladder';

/** The layer that stops the call between its neighbours, in the order in which a call passes them. */
export function LayerStrip({ verdict }: { readonly verdict: Verdict }) {
  const { say } = useText();
  const { layer, ladder } = verdict;
  if (layer === null) return null;
  const at = LAYERS.indexOf(layer);
  const near = ladder.filter((finding) => Math.abs(LAYERS.indexOf(finding.layer) - at) <= 1);
  return (
    <ol className={styles['strip']} aria-label={say('app.case.ladder')} data-testid="layer-strip">
      {near.map(({ layer: each, state, reason, values }) => (
        <li key={each} data-state={state} title={say(`verdict.reason.${reason}`, values)}>
          <span aria-hidden>{SIGNS[state]}</span>
          {LAYERS.indexOf(each) + 1}. {say(`verdict.layer.${each}.name`)}
          {state === 'failed' ? (
            <strong>{say(`verdict.state.${state}`)}</strong>
          ) : (
            <VisuallyHidden>{say(`verdict.state.${state}`)}</VisuallyHidden>
          )}
        </li>
      ))}
    </ol>
  );
}
