import { Button, Text, Title } from '@mantine/core';
import { IconCheck, IconCircleCheck } from '@tabler/icons-react';
import type { CaseView } from '../../../shared/case/views';
import { NEEDED_SUCCESSES } from '../../../shared/observations/proof';
import { useNavigation } from '../../state/navigation';
import { useKeys } from '../../state/queries';
import { formatMoment } from '../../text/format';
import { useText } from '../../text/use-text';
import { keyName } from '../../ui/key-select';
import { TAKES_OVER } from '../../ui/keyboard';
import { hasRealProbe } from '../test-names';
import { NewError, NextChecks, RunYourself } from './afterwards';
import { RealProbeOffer } from './real-probe-offer';
import { Fold, StepCard, StepFoot } from './step-parts';
import type { Wizard } from './use-wizard';
import { WatchPanel } from './watch-panel';
import styles from './wizard.module.css';

interface ProvenProps {
  readonly view: CaseView;
  readonly wizard: Wizard;
  readonly at: string;
}

/** What was proven and by what; then the person's own program, which is what it was all for. */
export function Proven({ view, wizard, at }: ProvenProps) {
  const { say } = useText();
  const { go } = useNavigation();
  const { outcome, confidence } = view.verdict;
  // Three free tests prove that access is open; that the model answers is proven by an answer alone.
  const answered = outcome === 'open' && confidence === 'certain';
  return (
    <>
      <StepCard view={view} wizard={wizard}>
        <div className={styles['proven']} data-testid="proven">
          <div className={styles['success']}>
            <span className={styles['seal']}>
              <IconCircleCheck size={34} aria-hidden />
            </span>
            <div>
              <ProvenTitle answered={answered} />
              <Basis view={view} at={at} answered={answered} />
            </div>
          </div>
          {!answered && hasRealProbe(view) && <RealProbeOffer view={view} />}
          <RunYourself view={view} title={say('wizard.after.title')} />
          <div className={styles['foldsRow']}>
            <NewError />
            <NextChecks view={view} />
            {view.watch !== null && (
              <Fold label={say('wizard.watch.attempts')}>
                <WatchPanel view={view} />
              </Fold>
            )}
          </div>
        </div>
      </StepCard>
      <StepFoot back={null}>
        <Button
          leftSection={<IconCheck size={17} />}
          onClick={() => go({ kind: 'case', id: view.id, part: 'verdict' })}
        >
          {say('wizard.proven.done')}
        </Button>
      </StepFoot>
    </>
  );
}

/** Takes the keyboard over from the watch's button: it is the first that is marked for it. */
function ProvenTitle({ answered }: { readonly answered: boolean }) {
  const { say } = useText();
  return (
    <div role="status">
      <Title order={2} tabIndex={-1} style={{ outline: 'none' }} {...TAKES_OVER}>
        {say(`wizard.proven.title.${answered ? 'answered' : 'open'}`)}
      </Title>
    </div>
  );
}

interface BasisProps {
  readonly view: CaseView;
  readonly at: string;
  readonly answered: boolean;
}

function Basis({ view, at, answered }: BasisProps) {
  const { say, language } = useText();
  const key = (useKeys().data ?? []).find(({ id }) => id === view.keyId);
  const time = formatMoment(at, language, new Date());
  const { model, proof } = view.verdict;
  const count = proof?.successes ?? view.watch?.consecutive ?? NEEDED_SUCCESSES;
  return (
    <>
      <Text className="break">
        {model === null
          ? say('wizard.proven.explanationUnknown', { count })
          : say('wizard.proven.explanation', { model, count })}{' '}
        {answered && say('wizard.proven.answered')}
      </Text>
      <Text size="sm" c="dimmed">
        {key === undefined
          ? say('wizard.proven.howNoKey', { time })
          : say('wizard.proven.how', { time, count, key: keyName(key) })}
      </Text>
    </>
  );
}
