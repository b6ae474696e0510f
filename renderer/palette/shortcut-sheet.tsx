import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { SHORTCUT_GROUPS, SHORTCUTS } from '../ui/shortcuts';
import { KeyCaps } from './key-caps';
import styles from './palette.module.css';

interface ShortcutSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  const { say } = useText();
  return (
    <Dialog opened={opened} onClose={onClose} title={say('palette.sheet.title')} size={760} centered={false}>
      <div className={styles['sheet']}>
        {SHORTCUT_GROUPS.map(({ title, names }) => (
          <section key={title}>
            <h3 className={styles['sheetTitle']}>{say(title)}</h3>
            <dl className={styles['sheetList']}>
              {names.map((name) => (
                <div key={name}>
                  <dt>{say(SHORTCUTS[name].does)}</dt>
                  <dd>
                    <KeyCaps name={name} all />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
