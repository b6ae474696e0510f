import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Nothing } from '../../shared/ipc/calls/call';
import { secondsUntil } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from './notice';
import { useNow } from './use-now';

interface UndoNoticeProps {
  /** Of the button: where the keyboard goes after a deletion. */
  readonly id: string;
  /** ISO. */
  readonly until: string;
  readonly undo: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly mutate: (request: Nothing) => void;
  };
  /** What was deleted. */
  readonly children: ReactNode;
}

/** What was deleted and can still be brought back, with the seconds that are left. */
export function UndoNotice({ id, until, undo, children }: UndoNoticeProps) {
  const { say } = useText();
  const seconds = secondsUntil(until, useNow(true));
  return (
    <div data-testid="deleted">
      <Notice
        tone="info"
        role="status"
        actions={
          <>
            <Button
              id={id}
              size="xs"
              variant="default"
              loading={undo.isPending}
              onClick={() => undo.mutate({})}
            >
              {say('app.common.undo')}
              <span aria-hidden style={{ marginInlineStart: 5 }}>
                ({seconds})
              </span>
            </Button>
            <CallAlert error={undo.error} />
          </>
        }
      >
        {children}
      </Notice>
    </div>
  );
}
