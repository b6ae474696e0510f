import { Button, Loader, Text, Title, UnstyledButton } from '@mantine/core';
import { IconRefresh, IconTool } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../../shared/case/views';
import { settledOutcome, type Verdict } from '../../shared/diagnosis/verdict';
import type { Confidence } from '../../shared/errors/reading';
import { isConsolePage, reachableLink } from '../../shared/remedies/links';
import { remedyFor } from '../../shared/remedies/remedies';
import { headlineOf, proofSentence } from '../../shared/report/headline';
import { useNavigation } from '../state/navigation';
import { useCaseCall } from '../state/queries';
import { useText } from '../text/use-text';
import { FactChips, Pill } from '../ui/chip';
import { CopyTextButton } from '../ui/copy';
import { TAKES_OVER } from '../ui/keyboard';
import { NeededLine } from '../ui/needed-line';
import { CallAlert } from '../ui/notice';
import { OpenLink } from '../ui/open-link';
import { OutcomeIcon } from '../ui/outcome-icon';
import { RETEST_KEYS, useRetestShortcut } from '../ui/use-retest-shortcut';
import styles from './case.module.css';
import { caseFacts } from './case-facts';
import { LayerStrip } from './layer-strip';
import { Obstacle } from './obstacle';
import { OutsidePractice } from './outside-practice';
import { useOutsider } from './outsider';
import { TestButton } from './test-button';
import { hasRealProbe, isConsoleLook, obstacleOf } from './test-names';
import { WatchButton } from './wizard/watch-button';

interface VerdictCardProps {
  readonly view: CaseView;
  readonly onRealProbe: () => void;
}

const TONES = { certain: 'info', likely: 'open', possible: 'warn' } as const satisfies Record<
  Confidence,
  string
>;

export function VerdictCard({ view, onRealProbe }: VerdictCardProps) {
  const { say } = useText();
  const { verdict } = view;
  const headline = headlineOf(verdict, say);
  return (
    <section
      className={styles['verdict']}
      aria-label={say('app.case.verdict')}
      data-testid="verdict-cause"
      data-cause={verdict.cause ?? ''}
      data-outcome={verdict.outcome}
      data-layer={verdict.layer ?? ''}
      data-confidence={verdict.confidence}
      data-state={verdict.state}
      data-proven={verdict.proof !== null}
    >
      <div className={styles['verdictTop']}>
        <span className={styles['verdictIcon']}>
          <OutcomeIcon outcome={settledOutcome(verdict)} size={30} />
        </span>
        <div>
          <div className={styles['verdictTitle']}>
            <Title order={2} fz={20} tabIndex={-1} {...TAKES_OVER}>
              {headline.title}
            </Title>
            <Sureness verdict={verdict} />
          </div>
          <Explanation text={headline.explanation} />
          {isOpenQuestion(verdict) && <NeededLine reading={view.reading} />}
          {verdict.contrast !== null && (
            <Text mt={6} data-testid="contrast">
              {say(`verdict.contrast.${verdict.contrast}`)}
            </Text>
          )}
          {verdict.quote !== null && (
            <Text mt={6} className="mono break" component="blockquote" data-testid="quote" m={0}>
              {verdict.quote}
            </Text>
          )}
        </div>
      </div>
      <LayerStrip verdict={verdict} />
      <OutsidePractice view={view} />
      <Actions view={view} onRealProbe={onRealProbe} />
      <div style={{ marginTop: 16 }}>
        <FactChips facts={caseFacts(view, say)} />
      </div>
    </section>
  );
}

/** Once a test has told the cause, no line of the text is missing any more. */
function isOpenQuestion({ outcome, confidence }: Verdict): boolean {
  return outcome === 'undecided' || outcome === 'not_an_error' || confidence === 'possible';
}

/** Its first sentence says what is the matter; the rest is there for whoever asks. */
function Explanation({ text }: { readonly text: string }) {
  const { say } = useText();
  const [isWhole, setWhole] = useState(false);
  const first = /^.*?[.。](?=\s|$|[^\s\d])/u.exec(text)?.[0] ?? text;
  if (first.length === text.length) return <Text mt={6}>{text}</Text>;
  return (
    <Text mt={6}>
      {isWhole ? text : first}{' '}
      <UnstyledButton className={styles['more']} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {say(isWhole ? 'app.case.less' : 'app.case.more')}
      </UnstyledButton>
    </Text>
  );
}

/** What is proven is no longer merely likely, so that one badge says either. */
function Sureness({ verdict }: { readonly verdict: Verdict }) {
  const { say } = useText();
  const { proof, confidence, outcome } = verdict;
  if (proof !== null)
    return (
      <Pill tone="good" title={proofSentence(proof, say)}>
        {say('verdict.proven.name')}
      </Pill>
    );
  // Where nothing is claimed, there is nothing to be more or less sure of.
  if (outcome === 'undecided' && verdict.cause === null) return null;
  return (
    <Pill tone={TONES[confidence]} title={say(`verdict.confidenceHelp.${confidence}`)}>
      {say(`verdict.confidence.${confidence}`)}
    </Pill>
  );
}

function Actions({ view, onRealProbe }: VerdictCardProps) {
  const { say } = useText();
  const check = useCaseCall((doctor) => doctor.cases.check);
  const watch = useCaseCall((doctor) => doctor.cases.watch);
  const obstacle = obstacleOf(view, { kind: 'probe', probe: 'free_probe' });
  const test = () => check.mutate({ id: view.id, probe: 'all_free', consent: false });
  useRetestShortcut(obstacle === null && view.running === null && !check.isPending ? test : null);
  return (
    <>
      <div className={styles['actions']}>
        <CheapestHelp view={view} />
        <FixButton view={view} />
        {view.running === null ? (
          <Button
            variant="light"
            leftSection={<IconRefresh size={17} />}
            loading={check.isPending}
            disabled={obstacle !== null}
            title={say('matrix.retestShortcut', { keys: RETEST_KEYS })}
            onClick={test}
          >
            {say('app.case.testAgain')}
          </Button>
        ) : (
          <RunningTest view={view} />
        )}
        {view.verdict.outcome === 'refused' && view.verdict.host === 'openai' && (
          <WatchButton view={view} watch={watch} variant="default" />
        )}
        {hasRealProbe(view) && (
          <Button
            variant="default"
            disabled={obstacle !== null || view.running !== null}
            onClick={onRealProbe}
          >
            {say('app.case.realProbe')}
          </Button>
        )}
      </div>
      {obstacle === null ? (
        <Text size="sm" c="dimmed" mt={8}>
          {say(view.verdict.host === 'openai' ? 'app.case.testNote' : 'app.case.testNoteElsewhere')}
        </Text>
      ) : (
        <Obstacle obstacle={obstacle} size="sm" mt={8} />
      )}
      <CallAlert error={check.error} onClose={check.reset} />
      <CallAlert error={watch.error} onClose={watch.reset} />
      <NextTest view={view} onRealProbe={onRealProbe} />
    </>
  );
}

/** The cheapest test that could change the answer, where no button above runs it. */
function NextTest({ view, onRealProbe }: VerdictCardProps) {
  const { say } = useText();
  const outside = useOutsider(view) !== null;
  const test = view.verdict.nextTest;
  if (test === null || test.kind === 'probe' || (outside && isConsoleLook(test))) return null;
  return (
    <div className={styles['nextTest']}>
      <Text size="sm">{say('app.case.nextTest')}</Text>
      <TestButton view={view} test={test} onRealProbe={onRealProbe} />
    </div>
  );
}

/** The one filled button where something costs less than five steps in the console, or where these do not help. */
function CheapestHelp({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const outside = useOutsider(view) !== null;
  const { outcome, siblings, project } = view.verdict;
  const remedy = remedyFor(view.verdict);
  if (outcome === 'open' || remedy === null) return null;
  const [sibling] = siblings;
  if (sibling !== undefined)
    return <CopyTextButton text={sibling} label={say('app.case.copySibling', { name: sibling })} />;
  const [first] = remedy.links;
  if (remedy.wizard || first === undefined) return null;
  const link = reachableLink(first, project);
  if (outside && isConsolePage(link)) return null;
  return <OpenLink size="sm" link={link} caseId={view.id} label={say(`remedies.link.${link}`)} />;
}

function FixButton({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const { go } = useNavigation();
  const start = useCaseCall((doctor) => doctor.cases.wizard);
  const outside = useOutsider(view) !== null;
  const { outcome } = view.verdict;
  const begun = view.wizard.kind !== 'not_started';
  const proven = view.wizard.kind === 'proven';
  const fixable = !outside && outcome !== 'open' && remedyFor(view.verdict)?.wizard === true;
  if (!begun && !fixable) return null;
  const show = () => go({ kind: 'case', id: view.id, part: 'wizard' });
  const open = () =>
    begun ? show() : start.mutate({ id: view.id, event: { kind: 'started' } }, { onSuccess: show });
  return (
    <>
      <Button
        variant={proven || view.verdict.siblings.length > 0 ? 'default' : 'filled'}
        leftSection={<IconTool size={17} />}
        loading={start.isPending}
        onClick={open}
      >
        {say(begun ? (proven ? 'app.case.showFix' : 'app.case.continueFix') : 'app.case.fixIt')}
      </Button>
      <CallAlert error={start.error} onClose={start.reset} />
    </>
  );
}

export function RunningTest({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const cancel = useCaseCall((doctor) => doctor.cases.cancel);
  return (
    <>
      <Button variant="light" leftSection={<Loader size={16} />} aria-disabled data-disabled>
        <span role="status">{say('app.case.testing')}</span>
      </Button>
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id: view.id })}>
        {say('app.case.cancelTest')}
      </Button>
    </>
  );
}
