import {
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircleFilled,
  IconInfoCircleFilled,
} from '@tabler/icons-react';
import type { Verdict } from '../../shared/diagnosis/verdict';

const LOOKS = {
  open: { Icon: IconCircleCheckFilled, color: 'var(--doctor-good)' },
  refused: { Icon: IconCircleXFilled, color: 'var(--doctor-bad)' },
  undecided: { Icon: IconHelpCircleFilled, color: 'var(--doctor-open)' },
  not_an_error: { Icon: IconInfoCircleFilled, color: 'var(--doctor-accent)' },
} as const;

/** Told apart by shape as well as by colour; the sentence beside it says the same. */
export function OutcomeIcon({
  outcome,
  size,
}: {
  readonly outcome: Verdict['outcome'];
  readonly size: number;
}) {
  const { Icon, color } = LOOKS[outcome];
  return <Icon size={size} color={color} aria-hidden />;
}
