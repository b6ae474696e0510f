import type { RequestOf } from '../../shared/ipc/contract';
import type { CallError } from '../bridge';
import { useCaseCall } from '../state/queries';

export type StepEvent = RequestOf<'cases:wizard'>['event'];

export interface Wizard {
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly clear: () => void;
  readonly send: (event: StepEvent, onSettled?: () => void) => void;
  /** One after the other; the first that fails ends it, and its error is shown. */
  readonly sendAll: (events: readonly StepEvent[]) => Promise<void>;
}

/** The wizard's progress lives in the main process, so that it survives a restart; here are only the events. */
export function useWizard(caseId: string): Wizard {
  const call = useCaseCall('cases:wizard');
  return {
    busy: call.isPending,
    error: call.error,
    clear: call.reset,
    send: (event, onSettled) =>
      call.mutate({ id: caseId, event }, onSettled === undefined ? {} : { onSettled }),
    sendAll: async (events) => {
      for (const event of events) {
        const sent = await call.mutateAsync({ id: caseId, event }).then(
          () => true,
          () => false,
        );
        if (!sent) return;
      }
    },
  };
}
