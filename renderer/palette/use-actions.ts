import { useMutation } from '@tanstack/react-query';
import type { Language } from '../../shared/base/settings';
import { EVERY_CHECK } from '../../shared/history/views';
import { PASTE_BOX } from '../diagnose/intake';
import { ask } from '../state/bridge';
import { useNavigation } from '../state/navigation';
import { useSwitchPractice, useWriteSettings } from '../state/queries';
import { useText } from '../text/use-text';
import { keyboard, PAGE } from '../ui/keyboard';
import type { Action } from './commands';

interface Overlays {
  readonly openKey: (id: string) => void;
  readonly showShortcuts: () => void;
  readonly leavePractice: () => void;
}

/** Does what was chosen. The error is that of the last action that asked the main process. */
export function useActions({ openKey, showShortcuts, leavePractice }: Overlays) {
  const { go } = useNavigation();
  const { language } = useText();
  const settings = useWriteSettings();
  const practice = useSwitchPractice((doctor) => doctor.app.enter_practice);
  const work = useMutation({ mutationFn: (start: () => Promise<unknown>) => start() });
  const perform = (action: Action) => {
    switch (action.kind) {
      case 'go':
        go(action.page);
        return keyboard.give(PAGE);
      case 'new_diagnosis':
        go({ kind: 'diagnose' });
        return keyboard.give(PASTE_BOX);
      case 'open_key':
        go({ kind: 'keys' });
        return openKey(action.id);
      case 'fill_matrix':
        go({ kind: 'matrix' });
        keyboard.give(PAGE);
        return work.mutate(() => ask((doctor) => doctor.matrix.start({ kind: 'fill', keyIds: [] })));
      case 'export':
        return work.mutate(() => startExport(action, language));
      case 'enter_practice':
        go({ kind: 'diagnose' });
        return work.mutate(() => practice.mutateAsync());
      case 'leave_practice':
        return leavePractice();
      case 'write_settings':
        return work.mutate(() => settings.mutateAsync(action.settings));
      case 'show_shortcuts':
        return showShortcuts();
    }
  };
  return { perform, error: work.error, forgetError: work.reset };
}

function startExport({ what, format }: Extract<Action, { kind: 'export' }>, language: Language) {
  if (what === 'matrix')
    return ask((doctor) => doctor.matrix.export({ format, language, what: { kind: 'all' } }));
  return ask((doctor) => doctor.history.export({ filter: EVERY_CHECK, format }));
}
