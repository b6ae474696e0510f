import type { CheckRecord } from '../../shared/history/check';
import { useNavigation } from './navigation';
import { useCaseCall } from './queries';

interface Subject {
  readonly keyId: string;
  readonly model: string | null;
  /** The test that the question comes from; a refusal in it is what the case starts with. */
  readonly check: CheckRecord | null;
}

/** Goes on with what a test of the matrix or the history found, as a case of its own. */
export function useOpenCase() {
  const { go } = useNavigation();
  const open = useCaseCall((doctor) => doctor.cases.open);
  const start = ({ keyId, model, check }: Subject) =>
    open.mutate(
      { text: check === null ? null : refusalText(check), keyId, model },
      { onSuccess: ({ id }) => go({ kind: 'case', id, part: 'verdict' }) },
    );
  return { start, isPending: open.isPending, error: open.error };
}

/** As a program would print it: the status, then what the API said. Null for a test that was not refused. */
export function refusalText({
  outcome,
  status,
  excerpt,
}: Pick<CheckRecord, 'outcome' | 'status' | 'excerpt'>): string | null {
  if (outcome !== 'denied' || excerpt === null || excerpt === '') return null;
  return status === null ? excerpt : `${status} ${excerpt}`;
}
