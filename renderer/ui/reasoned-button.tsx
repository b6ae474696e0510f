import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface ReasonedButtonProps extends Omit<ButtonProps, 'disabled' | 'onClick'> {
  /** Why it does nothing at the moment, in words; null where it acts. */
  readonly obstacle: string | null;
  /** Says more than its words while it acts. */
  readonly hint?: string;
  /** Its name, where its words may be hidden for want of room. */
  readonly name?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/**
 * A button that says why it does nothing. It can be reached all the same: who pressed it to start something that holds
 * it up would lose the keyboard otherwise.
 */
export function ReasonedButton({ obstacle, hint, name, onClick, children, ...look }: ReasonedButtonProps) {
  const title = obstacle === null ? (hint ?? name) : undefined;
  return (
    <Tooltip
      label={obstacle}
      disabled={obstacle === null}
      position="bottom"
      events={{ hover: true, focus: true, touch: false }}
      multiline
      maw={320}
      withinPortal
    >
      <Button
        {...look}
        {...(name === undefined ? {} : { 'aria-label': name })}
        // Shown by the system, late and out of the way: what the button has started stands right below it.
        {...(title === undefined ? {} : { title })}
        data-disabled={obstacle !== null}
        aria-disabled={obstacle !== null}
        onClick={() => obstacle === null && onClick()}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
