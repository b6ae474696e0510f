import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { KEY_COLOURS, type KeyColour } from '../../shared/keys/key';
import type { Say } from '../../shared/messages/say';
import { useText } from '../text/use-text';
import styles from './colours.module.css';

export function colourName(colour: KeyColour | null, say: Say): string {
  return say(`keyring.colour.${colour ?? 'none'}`);
}

/** Said in words as well, since colours are not told apart by everybody. */
export function ColourDot({ colour }: { readonly colour: KeyColour | null }) {
  const { say } = useText();
  const name = colourName(colour, say);
  return (
    <span
      className={styles['dot']}
      data-colour={colour ?? 'none'}
      role="img"
      aria-label={name}
      title={name}
    />
  );
}

interface ColourPickerProps {
  readonly value: KeyColour | null;
  readonly onChange: (colour: KeyColour | null) => void;
}

export function ColourPicker({ value, onChange }: ColourPickerProps) {
  const { say } = useText();
  const group = useId();
  return (
    <fieldset className={styles['swatches']} aria-label={say('keyring.details.colour')}>
      {[null, ...KEY_COLOURS].map((colour) => (
        <label
          key={colour ?? 'none'}
          className={styles['swatch']}
          data-colour={colour ?? 'none'}
          title={colourName(colour, say)}
        >
          <input
            type="radio"
            name={group}
            aria-label={colourName(colour, say)}
            checked={value === colour}
            onChange={() => onChange(colour)}
          />
          {value === colour && <IconCheck size={16} aria-hidden />}
        </label>
      ))}
    </fieldset>
  );
}
