import { Button, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../../../shared/case/views';
import { useAppInfo, useCaseCall } from '../../state/queries';
import { useText } from '../../text/use-text';
import { KeySelect } from '../../ui/key-select';
import { CallAlert, Notice } from '../../ui/notice';
import { RETEST_KEYS, useRetestShortcut } from '../../ui/use-retest-shortcut';
import { hasRealProbe } from '../test-names';
import { RunningTest } from '../verdict-card';
import { Proven } from './proven';
import { RealProbeOffer } from './real-probe-offer';
import { Fold, StepCard, StepFoot, StepHeading } from './step-parts';
import { StillRefused } from './still-refused';
import type { Wizard } from './use-wizard';
import { WatchButton } from './watch-button';
import { WatchPanel } from './watch-panel';
import styles from './wizard.module.css';

interface VerifyStepProps {
  readonly view: CaseView;
  readonly wizard: Wizard;
}

/** Step 5: the article stops here; the app goes on until the answer is steady. */
export function VerifyStep({ view, wizard }: VerifyStepProps) {
  if (view.wizard.kind === 'proven') return <Proven view={view} wizard={wizard} at={view.wizard.at} />;
  return <Verify view={view} wizard={wizard} />;
}

function Verify({ view, wizard }: VerifyStepProps) {
  const { say } = useText();
  const test = useTest(view);
  const gaveUp = view.watch?.state === 'gave_up';
  const unproven = view.watch?.state === 'proves_nothing' || view.watch?.state === 'unproven';
  const refusedOnce =
    test.tested &&
    view.verdict.outcome === 'refused' &&
    view.running === null &&
    view.watch?.state !== 'running';
  const waiting = view.wizard.kind === 're_verify' && view.wizard.branch === 'cannot_edit';
  return (
    <>
      <StepCard view={view} wizard={wizard}>
        <div className={styles['text']}>
          <StepHeading step="re_verify" why={say('wizard.step.re_verify.why')}>
            {say('wizard.step.re_verify.todo')}
          </StepHeading>
          <KeyNeeded view={view} />
          {test.alert}
          {view.watch === null ? <Pace /> : <WatchPanel view={view} />}
          {unproven && hasRealProbe(view) && <RealProbeOffer view={view} />}
          {!gaveUp && refusedOnce && (
            <Notice tone="info" role="status" title={say('wizard.still.title')}>
              {say(waiting ? 'wizard.still.waiting' : 'wizard.still.once')}
            </Notice>
          )}
          {gaveUp && <StillRefused view={view} waiting={waiting} />}
          <Fold label={say('wizard.step.re_verify.howLong')}>
            <Text size="sm" mt={6}>
              {say('wizard.step.re_verify.time')}
            </Text>
          </Fold>
        </div>
      </StepCard>
      <StepFoot back={wizard}>{test.buttons}</StepFoot>
    </>
  );
}

/** The tests are sent with a key, which a case need not have yet. */
function KeyNeeded({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const choose = useCaseCall((doctor) => doctor.cases.choose);
  if (view.keyId !== null) return null;
  return (
    <div style={{ maxWidth: 380 }}>
      <Text size="sm" mb={6}>
        {say('wizard.watch.needsKey')}
      </Text>
      <KeySelect
        value={null}
        onChange={(keyId) => choose.mutate({ id: view.id, keyId, model: view.model })}
      />
      <CallAlert error={choose.error} />
    </div>
  );
}

function Pace() {
  const { say } = useText();
  const practising = useAppInfo().data?.mode === 'practice';
  return (
    <Text size="sm" c="dimmed">
      {say(practising ? 'wizard.watch.leadPractice' : 'wizard.watch.lead')}
    </Text>
  );
}

/** One test, and the watch, which is what proves it. */
function useTest(view: CaseView) {
  const { say } = useText();
  const [tested, setTested] = useState(false);
  const check = useCaseCall((doctor) => doctor.cases.check);
  const watch = useCaseCall((doctor) => doctor.cases.watch);
  const watching = view.watch?.state === 'running';
  const blocked = view.keyId === null || view.model === null;
  const test = () =>
    check.mutate({ id: view.id, probe: 'all_free', consent: false }, { onSuccess: () => setTested(true) });
  useRetestShortcut(blocked || watching || view.running !== null || check.isPending ? null : test);
  const error = check.error ?? watch.error;
  const buttons = (
    <>
      {view.running !== null && !watching ? (
        <RunningTest view={view} />
      ) : (
        !watching && (
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={17} />}
            disabled={blocked}
            loading={check.isPending}
            title={say('matrix.retestShortcut', { keys: RETEST_KEYS })}
            onClick={test}
          >
            {say('wizard.watch.now')}
          </Button>
        )
      )}
      <WatchButton view={view} watch={watch} variant="filled" />
    </>
  );
  return { tested, buttons, alert: error === null ? null : <CallAlert error={error} /> };
}
