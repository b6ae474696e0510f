import type { WizardStep } from '../../../shared/ipc/calls/cases';
import type { CallError } from '../../state/bridge';
import { useCaseCall } from '../../state/queries';

/** What follows an event, as long as its step is still shown. */
interface Then {
  readonly onSuccess?: () => void;
  readonly onSettled?: () => void;
}

export interface Wizard {
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly clear: () => void;
  readonly send: (event: WizardStep, then?: Then) => void;
  /** One after the other; the first that fails ends it, and its error is shown. True where none failed. */
  readonly sendAll: (events: readonly WizardStep[]) => Promise<boolean>;
  /** Starts the watch. It outlives the step that asked for it, and so does its error. */
  readonly watch: () => void;
}

/** The wizard's progress lives in the main process, so that it survives a restart; here are only the events. */
export function useWizard(caseId: string): Wizard {
  const call = useCaseCall((doctor) => doctor.cases.wizard);
  const watch = useCaseCall((doctor) => doctor.cases.watch);
  return {
    busy: call.isPending || watch.isPending,
    error: call.error ?? watch.error,
    clear: () => {
      call.reset();
      watch.reset();
    },
    send: (event, then = {}) => call.mutate({ id: caseId, event }, then),
    sendAll: async (events) => {
      for (const event of events) {
        const sent = await call.mutateAsync({ id: caseId, event }).then(
          () => true,
          () => false,
        );
        if (!sent) return false;
      }
      return true;
    },
    watch: () => watch.mutate({ id: caseId }),
  };
}
