import { useText } from '../text/use-text';
import { LOOKS } from './cell-look';
import styles from './legend.module.css';

/** What the signs of the cells mean, for when they stand without words. */
export function Legend() {
  const { say } = useText();
  return (
    <ul className={styles['legend']} aria-label={say('matrix.legend')}>
      {Object.values(LOOKS).map(({ tone, Icon, word }) => (
        <li key={word}>
          <span className={styles['sign']} data-tone={tone}>
            <Icon size={14} aria-hidden />
          </span>
          {say(word)}
        </li>
      ))}
    </ul>
  );
}
