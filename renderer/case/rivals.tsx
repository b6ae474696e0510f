import { Text } from '@mantine/core';
import type { CaseView } from '../../shared/case/views';
import type { Rival, Test } from '../../shared/diagnosis/verdict';
import { useText } from '../text/use-text';
import { Section } from '../ui/page';
import styles from './case.module.css';
import { modelsListedIn } from './chooser';
import { Obstacle } from './obstacle';
import { TestButton } from './test-button';
import { obstacleOf } from './test-names';

interface RivalsProps {
  readonly view: CaseView;
  readonly onRealProbe: () => void;
}

export function Rivals({ view, onRealProbe }: RivalsProps) {
  const { say } = useText();
  if (view.verdict.rivals.length === 0) return null;
  return (
    <Section title={say('app.case.rivals')} lead={say('app.case.rivalsLead')}>
      <RivalList view={view} rivals={view.verdict.rivals} onRealProbe={onRealProbe} />
    </Section>
  );
}

/** The list was read already, and asking again settles nothing more. */
function isDone(test: Test, view: CaseView): boolean {
  return test.kind === 'probe' && test.probe === 'list' && modelsListedIn(view).length > 0;
}

interface RivalListProps extends RivalsProps {
  readonly rivals: readonly Rival[];
}

export function RivalList({ view, rivals, onRealProbe }: RivalListProps) {
  const { say } = useText();
  const obstacle = rivals.flatMap(({ test }) => obstacleOf(view, test) ?? [])[0];
  return (
    <>
      {obstacle !== undefined && <Obstacle obstacle={obstacle} size="sm" mb={8} />}
      <ol className={styles['plainList']}>
        {rivals.map((rival) => (
          <li key={rival.cause} className={styles['row']} data-testid={`rival-${rival.cause}`}>
            <Text size="sm">{say(`verdict.rival.${rival.cause}`)}</Text>
            <div style={{ flex: 'none', maxWidth: '46%' }}>
              {!isDone(rival.test, view) && (
                <TestButton view={view} test={rival.test} onRealProbe={onRealProbe} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
