interface FailureOutlets {
  /** Takes secrets out. */
  readonly clean: (text: string) => string;
  readonly log: (text: string) => void;
  /** Resolves when the person has closed it. */
  readonly show: (text: string) => Promise<unknown>;
}

const LONGEST_SHOWN = 2_000;

/** After so many different ones nobody is helped by one more. */
const MOST_SHOWN = 20;

/**
 * Tells of bugs without secrets: each in the log, and on the screen one at a time and each once, since a broken part may fail
 * by the hundred.
 */
export function failureReport({ clean, log, show }: FailureOutlets): (error: unknown) => void {
  let showing = false;
  const shown = new Set<string>();
  return (error) => {
    const text = clean(error instanceof Error ? (error.stack ?? error.message) : 'Unknown failure');
    log(text);
    const box = text.slice(0, LONGEST_SHOWN);
    if (showing || shown.has(box) || shown.size >= MOST_SHOWN) return;
    showing = true;
    shown.add(box);
    const closed = () => {
      showing = false;
    };
    show(box).then(closed, closed);
  };
}
