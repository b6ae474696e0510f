import type { ComparedSide } from '../../shared/history/views';
import { stateOf } from '../../shared/observations/resolve';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';

const TONES = {
  confirmed: 'good',
  passed_free_test: 'good',
  listed: 'info',
  not_listed: 'open',
  denied: 'bad',
  unknown: 'open',
} as const;

export function OutcomePill({ layer, ...result }: ComparedSide) {
  const { say } = useText();
  const state = stateOf(result);
  return (
    <Pill tone={TONES[state]}>
      {say(`matrix.state.${state}`)}
      {layer === null ? '' : ` · ${say(`matrix.short.layer.${layer}`)}`}
    </Pill>
  );
}
