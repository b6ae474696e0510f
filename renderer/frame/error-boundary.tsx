import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import type { Say } from '../../shared/messages/say';
import { Notice } from '../ui/notice';

interface CrashGuardProps {
  readonly say: Say;
  readonly children: ReactNode;
}

/**
 * Keeps a fault in one page from taking the window with it. React offers this to classes only. React also writes the fault to the
 * console, and the main process puts the console's errors into the log.
 */
export class ErrorBoundary extends Component<CrashGuardProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    const { say, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <div style={{ padding: 32 }}>
        <Notice
          tone="bad"
          role="alert"
          title={say('app.crash.title')}
          actions={
            <Button size="xs" variant="default" onClick={() => window.location.reload()}>
              {say('app.crash.reload')}
            </Button>
          }
        >
          {say('app.crash.explanation')}
        </Notice>
      </div>
    );
  }
}
