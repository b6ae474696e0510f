import { useNavigation } from '../state/navigation';
import { useAppInfo } from '../state/queries';
import { remember } from '../state/window-memory';
import { EVERY_CHOICE } from './check-choice';

/** Under which name the page keeps what was chosen to see: practice and the real keys are different worlds. */
export function filterName(world: string): string {
  return `history.filter ${world}`;
}

export function tabName(world: string): string {
  return `history.tab ${world}`;
}

/** Goes to the tests of one key and one model. */
export function useShowHistory(): (keyId: string, model: string) => void {
  const world = useAppInfo().data?.mode ?? '';
  const { go } = useNavigation();
  return (keyId, model) => {
    remember(filterName(world), { ...EVERY_CHOICE, keyId, model });
    remember(tabName(world), 'tests');
    go({ kind: 'history' });
  };
}
