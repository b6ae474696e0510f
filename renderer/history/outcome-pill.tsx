import type { ComparedSide } from '../../shared/history/views';
import { stateOf } from '../../shared/observations/resolve';
import { shortCause } from '../../shared/report/cause-words';
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

export function OutcomePill({ cause, layer, ...result }: ComparedSide) {
  const { say } = useText();
  const state = stateOf(result);
  return (
    <Pill tone={TONES[state]}>
      {say(`matrix.state.${state}`)}
      {cause === null ? '' : ` · ${say(shortCause(cause, layer))}`}
    </Pill>
  );
}
