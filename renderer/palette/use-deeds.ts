import { useMutation } from '@tanstack/react-query';
import type { Language } from '../../shared/base/settings';
import { EVERY_CHECK } from '../../shared/history/views';
import { PASTE_BOX } from '../diagnose/paste-box';
import { ask } from '../state/bridge';
import { useNavigation } from '../state/navigation';
import { useSwitchPractice, useWriteSettings } from '../state/queries';
import { useText } from '../text/use-text';
import { keyboard, PAGE } from '../ui/keyboard';
import type { Deed } from './commands';

interface Overlays {
  readonly openKey: (id: string) => void;
  readonly showShortcuts: () => void;
}

/** Does what was chosen. The error is that of the last deed that asked the main process. */
export function useDeeds({ openKey, showShortcuts }: Overlays) {
  const { go } = useNavigation();
  const { language } = useText();
  const settings = useWriteSettings();
  const practice = useSwitchPractice('app:enter_practice');
  const work = useMutation({ mutationFn: (start: () => Promise<unknown>) => start() });
  const perform = (deed: Deed) => {
    switch (deed.kind) {
      case 'go':
        go(deed.page);
        return keyboard.give(PAGE);
      case 'new_diagnosis':
        go({ kind: 'diagnose' });
        return keyboard.give(PASTE_BOX);
      case 'open_key':
        go({ kind: 'keys' });
        return openKey(deed.id);
      case 'fill_matrix':
        go({ kind: 'matrix' });
        keyboard.give(PAGE);
        return work.mutate(() => ask('matrix:start', { kind: 'fill', keyIds: [] }));
      case 'export':
        return work.mutate(() => startExport(deed, language));
      case 'enter_practice':
        go({ kind: 'diagnose' });
        return work.mutate(() => practice.mutateAsync());
      case 'leave_practice':
        return leavePractice();
      case 'write_settings':
        return work.mutate(() => settings.mutateAsync(deed.settings));
      case 'show_shortcuts':
        return showShortcuts();
    }
  };
  return { perform, error: work.error, forgetError: work.reset };
}

function startExport({ what, format }: Extract<Deed, { kind: 'export' }>, language: Language) {
  if (what === 'matrix') return ask('matrix:export', { format, language, what: { kind: 'all' } });
  return ask('history:export', { filter: EVERY_CHECK, format });
}

/** The ribbon's own button: it asks first where work would be lost. */
function leavePractice(): void {
  document.querySelector<HTMLElement>('[data-testid="practice-ribbon"] [data-leave-practice]')?.click();
}
