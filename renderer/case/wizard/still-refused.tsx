import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../shared/case/views';
import type { RivalCause } from '../../../shared/diagnosis/verdict';
import { useNavigation } from '../../state/navigation';
import { useText } from '../../text/use-text';
import { Notice } from '../../ui/notice';
import { OpenLink } from '../../ui/open-link';
import { RivalList } from '../rivals';
import { NextChecks, RunYourself } from './afterwards';
import { OwnerMessageView } from './owner-message-view';
import styles from './wizard.module.css';

interface StillRefusedProps {
  readonly view: CaseView;
  /** Somebody else was asked to change the list, and may not have done so yet. */
  readonly waiting: boolean;
}

const SAME_CAUSE: readonly RivalCause[] = ['allow_list', 'block_list'];

/** A watch that met no answer, or successes alone, was not refused. */
function wasRefused({ watch }: CaseView): boolean {
  return watch?.attempts.some(({ outcome }) => outcome === 'refused') !== false;
}

/** The next causes on the list, then the people who can help. */
export function StillRefused({ view, waiting }: StillRefusedProps) {
  const { say } = useText();
  const { go } = useNavigation();
  const [message, setMessage] = useState(false);
  // A list of the project is the very cause that was to be fixed, not another one.
  const others = view.verdict.rivals.filter(({ cause }) => !SAME_CAUSE.includes(cause));
  const rivals = !waiting && others.length > 0;
  return (
    <div data-testid="still-refused">
      <Notice
        tone="warn"
        role="status"
        title={say(wasRefused(view) ? 'wizard.still.title' : 'wizard.watch.state.gave_up')}
      >
        {say(`wizard.still.${waiting ? 'waiting' : rivals ? 'explanation' : 'none'}`)}
      </Notice>
      {rivals && (
        <div style={{ margin: '14px 0' }}>
          <RivalList
            view={view}
            rivals={others}
            onRealProbe={() => go({ kind: 'case', id: view.id, part: 'verdict' })}
          />
        </div>
      )}
      <Group gap={10} mt={10} mb={10}>
        <Button variant="default" size="xs" aria-expanded={message} onClick={() => setMessage(!message)}>
          {say('wizard.still.ownerMessage')}
        </Button>
        <OpenLink
          link="help"
          caseId={view.id}
          label={say('wizard.still.support')}
          variant="default"
          size="xs"
        />
      </Group>
      {message && <OwnerMessageView view={view} />}
      <div className={styles['afterwards']}>
        <RunYourself view={view} title={say('wizard.after.titleRefused')} />
        <NextChecks view={view} />
      </div>
      {view.verdict.requestId !== null && (
        <Text size="xs" c="dimmed" className="break">
          {say('app.fact.requestId')}: {view.verdict.requestId}
        </Text>
      )}
    </div>
  );
}
