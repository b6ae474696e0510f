import { useEffect, useEffectEvent } from 'react';
import type { Shown } from '../../shared/ipc/contract';
import { useIntake } from '../diagnose/intake';
import { KeyDetails } from '../keys/key-details';
import { onChange } from '../state/bridge';
import { useNavigation } from '../state/navigation';
import { useAppInfo, useKeys } from '../state/queries';
import { useLeavePractice } from '../ui/leave-practice';
import { CallAlert } from '../ui/notice';
import { Palette } from './palette';
import styles from './palette.module.css';
import { SavedNotice } from './saved-notice';
import { ShortcutSheet } from './shortcut-sheet';
import { useActions } from './use-actions';
import { useWindowShortcuts } from './use-window-shortcuts';

export type Overlay =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'key'; readonly id: string };

interface KeyboardProps {
  readonly shown: Overlay | null;
  readonly onShow: (overlay: Overlay | null) => void;
}

/** Everything that is reached by keyboard from every page. */
export function WindowKeyboard({ shown, onShow }: KeyboardProps) {
  const { go, back, forward } = useNavigation();
  const wayOut = useLeavePractice();
  const actions = useActions({
    openKey: (id) => onShow({ kind: 'key', id }),
    showShortcuts: () => onShow({ kind: 'shortcuts' }),
    leavePractice: wayOut.leave,
  });
  const close = () => onShow(null);
  const { openFile } = useIntake();
  useWindowShortcuts({
    palette: () => onShow({ kind: 'palette' }),
    sheet: () => onShow({ kind: 'shortcuts' }),
    openFile,
    back,
    forward,
    diagnose: () => go({ kind: 'diagnose' }),
    keys: () => go({ kind: 'keys' }),
    admin: () => go({ kind: 'admin' }),
    matrix: () => go({ kind: 'matrix' }),
    history: () => go({ kind: 'history' }),
    settings: () => go({ kind: 'settings' }),
  });
  const show = useEffectEvent((what: Shown) => {
    if (what.kind === 'shortcuts') onShow({ kind: 'shortcuts' });
    else if (what.kind === 'file_to_open') openFile();
    else go(what);
  });
  useEffect(() => onChange((topic) => (topic.kind === 'show' ? show(topic.what) : undefined)), []);
  return (
    <>
      <Palette opened={shown?.kind === 'palette'} onClose={close} onChoose={actions.perform} />
      <ShortcutSheet opened={shown?.kind === 'shortcuts'} onClose={close} />
      {wayOut.dialog}
      {shown?.kind === 'key' && <OpenedKey id={shown.id} onClose={close} />}
      <div className={styles['corner']}>
        <CallAlert error={actions.error} onClose={actions.forgetError} />
        <CallAlert error={wayOut.error} onClose={wayOut.forgetError} />
        <SavedNotice />
      </div>
    </>
  );
}

function OpenedKey({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const practising = useAppInfo().data?.mode === 'practice';
  const keys = useKeys().data;
  const summary = keys?.find((key) => key.id === id);
  const isGone = keys !== undefined && summary === undefined;
  // Otherwise the details of a deleted key would open again by themselves once it is brought back.
  useEffect(() => {
    if (isGone) onClose();
  });
  return summary === undefined ? null : (
    <KeyDetails summary={summary} practising={practising} onClose={onClose} />
  );
}
