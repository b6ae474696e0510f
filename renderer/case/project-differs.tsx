import { Button, Text } from '@mantine/core';
import type { CaseView } from '../../shared/case/views';
import { useNavigation } from '../state/navigation';
import { useCaseCall, useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { FactChips } from '../ui/chip';
import { keyName } from '../ui/key-select';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';
import styles from './case.module.css';

/** Where the tested key is of another project than the error: both ids side by side, and the key that would fit. */
export function ProjectDiffers({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const { go } = useNavigation();
  const keys = useKeys().data ?? [];
  const choose = useCaseCall((doctor) => doctor.cases.choose);
  const finding = view.verdict.ladder.find(({ reason }) => reason === 'project_differs');
  if (finding === undefined) return null;
  const { named = '', own = '' } = finding.values;
  const fitting = keys.filter(({ project, id }) => project === named && id !== view.keyId);
  return (
    <Section title={say('app.case.differs.title')} lead={say('app.case.differs.explanation')}>
      <div data-testid="project-differs">
        <FactChips
          facts={[
            { name: say('app.case.differs.named'), value: named },
            { name: say('app.case.differs.own'), value: own },
          ]}
        />
        <ul className={styles['plainList']} style={{ marginTop: 12 }}>
          {fitting.map((key) => (
            <li key={key.id} className={styles['row']}>
              <Text size="sm">{say('app.case.differs.keyOfIt', { key: keyName(key) })}</Text>
              <Button
                variant="light"
                size="xs"
                loading={choose.isPending}
                disabled={view.running !== null}
                onClick={() => choose.mutate({ id: view.id, keyId: key.id, model: view.model })}
              >
                {say('app.case.differs.choose')}
              </Button>
            </li>
          ))}
        </ul>
        {fitting.length === 0 && (
          <>
            <Text size="sm">{say('app.case.differs.noKey')}</Text>
            <Button mt={10} variant="default" size="xs" onClick={() => go({ kind: 'keys' })}>
              {say('app.question.addKey')}
            </Button>
          </>
        )}
        <CallAlert error={choose.error} onClose={choose.reset} />
      </div>
    </Section>
  );
}
