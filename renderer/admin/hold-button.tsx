import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../text/use-text';
import styles from './hold-button.module.css';

/** Milliseconds that a press has to last: long enough not to happen by itself. */
const HOLD_MS = 1_500;

interface HoldButtonProps {
  readonly label: string;
  readonly onHeld: () => void;
}

/** A button that acts only when it is held, by pointer or by keyboard, and forgets a press that ends early. */
export function HoldButton({ label, onHeld }: HoldButtonProps) {
  const { say } = useText();
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const release = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHolding(false);
  };
  const press = () => {
    if (timer.current !== null) return;
    setHolding(true);
    timer.current = setTimeout(() => {
      release();
      onHeld();
    }, HOLD_MS);
  };
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) press();
  };
  return (
    <button
      type="button"
      className={styles['hold']}
      data-holding={holding}
      data-testid="hold-to-change"
      onPointerDown={(event) => {
        if (event.button === 0) press();
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onKeyDown={onKeyDown}
      onKeyUp={release}
      onBlur={release}
    >
      <span className={styles['holdFill']} aria-hidden />
      {/* Both texts take their room, so that the button doesn't shrink away from under the pointer. */}
      <span className={styles['holdText']} data-shown={!holding} aria-hidden={holding}>
        {label}
      </span>
      <span className={styles['holdText']} data-shown={holding} aria-hidden={!holding} aria-live="polite">
        {say('admin.preview.holding')}
      </span>
    </button>
  );
}
