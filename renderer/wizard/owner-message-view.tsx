import { Text } from '@mantine/core';
import type { CaseView } from '../../shared/ipc/views';
import { useText } from '../text/use-text';
import { CopyTextButton } from '../ui/copy';
import { ownerMessage } from './owner-message';
import styles from './wizard.module.css';

export function OwnerMessage({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const message = ownerMessage(view, say);
  return (
    <div data-testid="owner-message">
      <Text mb={10}>{say('wizard.branch.cannot_edit.explanation')}</Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard. */}
      <section className={styles['message']} aria-label={say('wizard.owner.title')} tabIndex={0}>
        {message}
      </section>
      <div style={{ marginTop: 10 }}>
        <CopyTextButton text={message} label={say('wizard.owner.copy')} />
      </div>
    </div>
  );
}
