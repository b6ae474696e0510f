/** What a command meets of the process that it runs in. */
import type { Language } from '../../shared/base/settings';
import type { Say } from '../../shared/messages/speaker';
import type { Screen } from './terminal/screen';

export interface CliIo {
  /** Standard input in pieces, split anywhere. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly inputIsTerminal: boolean;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Says what is under way in one line, where somebody sees it; null ends it. */
  readonly progress: (text: string | null) => void;
  /** Ends when the person wants the command to stop. */
  readonly stop: AbortSignal;
  /** Of standard output. */
  readonly screen: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ISO date. */
  readonly today: string;
  readonly version: string;
}

/** What a command speaks with. */
export interface Talk {
  readonly language: Language;
  readonly say: Say;
}
