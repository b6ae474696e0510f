import { redact } from '../../shared/redaction/redact';

export interface FailureOutlets {
  readonly log: (text: string) => void;
  /** Resolves when the person has closed it. */
  readonly show: (text: string) => Promise<unknown>;
}

const LONGEST_SHOWN = 2_000;

/** Tells of bugs without secrets: each in the log, and one at a time on the screen, since a broken part may fail by the hundred. */
export function failureReport({ log, show }: FailureOutlets): (error: unknown) => void {
  let showing = false;
  return (error) => {
    const text = redact(error instanceof Error ? (error.stack ?? error.message) : 'Unknown failure');
    log(text);
    if (showing) return;
    showing = true;
    const closed = () => {
      showing = false;
    };
    show(text.slice(0, LONGEST_SHOWN)).then(closed, closed);
  };
}
