import type { Layer } from '../../shared/diagnosis/layers';
import type { CheckOutcome, Strength } from '../../shared/history/check';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';

const TONES = { confirmed: 'good', listed: 'info', denied: 'bad', unknown: 'open' } as const;

interface OutcomePillProps {
  readonly outcome: CheckOutcome;
  readonly layer: Layer | null;
  readonly strength?: Strength | null;
}

export function OutcomePill({ outcome, layer, strength = null }: OutcomePillProps) {
  const { say } = useText();
  const state = strength === 'validated' ? say('matrix.short.validated') : say(`matrix.state.${outcome}`);
  return (
    <Pill tone={TONES[outcome]}>
      {state}
      {layer === null ? '' : ` · ${say(`matrix.short.layer.${layer}`)}`}
    </Pill>
  );
}
