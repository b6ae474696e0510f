import { Button, Group, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../../../shared/case/views';
import { NEEDED_SUCCESSES } from '../../../shared/observations/proof';
import { useAppInfo, useCaseCall, useKeys } from '../../state/queries';
import { formatMoment } from '../../text/format';
import { useText } from '../../text/use-text';
import { KeySelect, keyName } from '../../ui/key-select';
import { TAKES_OVER } from '../../ui/keyboard';
import { CallAlert, Notice } from '../../ui/notice';
import { RETEST_KEYS, useRetestShortcut } from '../../ui/use-retest-shortcut';
import { RealProbeDialog } from '../real-probe-dialog';
import { hasRealProbe } from '../test-names';
import { RunningTest } from '../verdict-card';
import { LooksDifferent, ShouldSee, StepFoot, StepHeading } from './step-parts';
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
  if (view.wizard.kind === 'proven') return <Proven view={view} at={view.wizard.at} />;
  return <Verify view={view} wizard={wizard} />;
}

function Verify({ view, wizard }: VerifyStepProps) {
  const { say } = useText();
  const [tested, setTested] = useState(false);
  const gaveUp = view.watch?.state === 'gave_up';
  const unproven = view.watch?.state === 'proves_nothing' || view.watch?.state === 'unproven';
  const refusedOnce =
    tested && view.verdict.outcome === 'refused' && view.running === null && view.watch?.state !== 'running';
  const waiting = view.wizard.kind === 're_verify' && view.wizard.branch === 'cannot_edit';
  return (
    <>
      <div className={styles['text']}>
        <StepHeading step="re_verify">{say('wizard.step.re_verify.todo')}</StepHeading>
        <TestControls view={view} onTested={() => setTested(true)} />
        {view.watch !== null && <WatchPanel view={view} />}
        {unproven && hasRealProbe(view) && <RealProbeOffer view={view} />}
        <ShouldSee>{say('wizard.step.re_verify.see')}</ShouldSee>
        <LooksDifferent>{say('wizard.step.re_verify.different')}</LooksDifferent>
        {gaveUp && <StillRefused view={view} waiting={waiting} />}
        {!gaveUp && refusedOnce && (
          <Notice tone="info" role="status" title={say('wizard.still.title')}>
            {say(waiting ? 'wizard.still.waiting' : 'wizard.still.once')}
          </Notice>
        )}
      </div>
      <StepFoot wizard={wizard} next={null} />
    </>
  );
}

function TestControls({ view, onTested }: { readonly view: CaseView; readonly onTested: () => void }) {
  const { say } = useText();
  const check = useCaseCall((doctor) => doctor.cases.check);
  const watch = useCaseCall((doctor) => doctor.cases.watch);
  const choose = useCaseCall((doctor) => doctor.cases.choose);
  const practising = useAppInfo().data?.mode === 'practice';
  const watching = view.watch?.state === 'running';
  const blocked = view.keyId === null || view.model === null;
  const test = () =>
    check.mutate({ id: view.id, probe: 'all_free', consent: false }, { onSuccess: onTested });
  useRetestShortcut(blocked || watching || view.running !== null || check.isPending ? null : test);
  return (
    <div>
      {view.keyId === null && (
        <div style={{ maxWidth: 380, marginBottom: 12 }}>
          <Text size="sm" mb={6}>
            {say('wizard.watch.needsKey')}
          </Text>
          <KeySelect
            value={null}
            onChange={(keyId) => choose.mutate({ id: view.id, keyId, model: view.model })}
          />
        </div>
      )}
      <Group gap={10}>
        {view.running !== null && !watching ? (
          <RunningTest view={view} />
        ) : (
          <Button
            leftSection={<IconPlayerPlay size={17} />}
            disabled={blocked || watching}
            loading={check.isPending}
            title={say('matrix.retestShortcut', { keys: RETEST_KEYS })}
            onClick={test}
          >
            {say('wizard.watch.now')}
          </Button>
        )}
        <WatchButton view={view} watch={watch} variant="light" />
      </Group>
      <Text size="sm" c="dimmed" mt={8}>
        {say(practising ? 'wizard.watch.leadPractice' : 'wizard.watch.lead')}
      </Text>
      <CallAlert error={check.error ?? watch.error ?? choose.error} />
    </div>
  );
}

function Proven({ view, at }: { readonly view: CaseView; readonly at: string }) {
  const { say, language } = useText();
  const keys = useKeys().data ?? [];
  const key = keys.find(({ id }) => id === view.keyId);
  const time = formatMoment(at, language, new Date());
  const { model, outcome, confidence, proof } = view.verdict;
  const count = proof?.successes ?? view.watch?.consecutive ?? NEEDED_SUCCESSES;
  // Three free tests prove that access is open; that the model answers is proven by an answer alone.
  const answered = outcome === 'open' && confidence === 'certain';
  return (
    <div className={styles['proven']} data-testid="proven">
      <span className={styles['seal']}>
        <IconCircleCheck size={44} aria-hidden />
      </span>
      <ProvenTitle answered={answered} />
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
      {!answered && hasRealProbe(view) && <RealProbeOffer view={view} />}
      <Text maw={560} mt={6}>
        {say('wizard.proven.afterwards')}
      </Text>
      {view.watch !== null && (
        <div style={{ width: '100%', marginTop: 14, textAlign: 'left' }}>
          <WatchPanel view={view} />
        </div>
      )}
    </div>
  );
}

/** Takes the keyboard over from the watch's button: it is the first that is marked for it. */
function ProvenTitle({ answered }: { readonly answered: boolean }) {
  const { say } = useText();
  return (
    <div role="status">
      <Title order={2} tabIndex={-1} {...TAKES_OVER}>
        {say(`wizard.proven.title.${answered ? 'answered' : 'open'}`)}
      </Title>
    </div>
  );
}

/** The one step that is left from open to certain; it costs something, so it is asked for in a dialog. */
function RealProbeOffer({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const [consenting, setConsenting] = useState(false);
  const blocked = view.keyId === null || view.model === null || view.running !== null;
  return (
    <div style={{ maxWidth: 560, marginTop: 6 }}>
      <Text size="sm" mb={8}>
        {say('wizard.proven.realProbe')}
      </Text>
      <Button variant="default" size="xs" disabled={blocked} onClick={() => setConsenting(true)}>
        {say('app.case.realProbe')}
      </Button>
      <RealProbeDialog view={view} opened={consenting} onClose={() => setConsenting(false)} />
    </div>
  );
}
