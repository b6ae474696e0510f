import { Stack, Text, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import type { CaseView } from '../../shared/case/views';
import type { LayerFinding } from '../../shared/diagnosis/verdict';
import { LAYERS, type Layer } from '../../shared/observations/layers';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { Section } from '../ui/page';
import styles from './case.module.css';
import { Obstacle } from './obstacle';
import { TestButton } from './test-button';
import { obstacleOf } from './test-names';

interface LadderProps {
  readonly view: CaseView;
  readonly onRealProbe: () => void;
}

export const SIGNS = { passed: '✓', failed: '✕', unknown: '?' } as const;
const STEPS: Readonly<Record<string, (index: number) => number>> = {
  ArrowUp: (index) => index + 1,
  ArrowDown: (index) => index - 1,
  Home: () => 0,
  End: () => LAYERS.length - 1,
};

/** Ten rungs as a list of tabs: one stop for the keyboard, arrows climb, and the panel says how the state is known. */
export function Ladder({ view, onRealProbe }: LadderProps) {
  const { say } = useText();
  const panel = useId();
  const { ladder } = view.verdict;
  const [chosen, setChosen] = useState<Layer | null>(null);
  const active = ladder.find((finding) => finding.layer === (chosen ?? startOf(ladder))) ?? ladder[0];
  if (active === undefined) return null;
  const climb = (event: KeyboardEvent) => {
    const next = LAYERS[STEPS[event.key]?.(LAYERS.indexOf(active.layer)) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    keyboard.give(rungId(next));
  };
  return (
    <Section title={say('app.case.ladder')} lead={say('app.case.ladderLead')}>
      <div className={styles['ladder']}>
        <div>
          <div className={styles['end']}>{say('app.case.answer')}</div>
          <div
            className={styles['stack']}
            role="tablist"
            aria-orientation="vertical"
            aria-label={say('app.case.ladder')}
            onKeyDown={climb}
          >
            {ladder.map((finding) => (
              <Rung
                key={finding.layer}
                finding={finding}
                selected={finding.layer === active.layer}
                panel={panel}
                onSelect={() => setChosen(finding.layer)}
              />
            ))}
          </div>
          <div className={styles['end']}>{say('app.case.start')}</div>
        </div>
        <div className={styles['detail']} role="tabpanel" id={panel} aria-labelledby={rungId(active.layer)}>
          <RungDetail view={view} finding={active} onRealProbe={onRealProbe} />
        </div>
      </div>
    </Section>
  );
}

function startOf(ladder: readonly LayerFinding[]): Layer {
  const failed = ladder.find((finding) => finding.state === 'failed');
  return (failed ?? ladder.find((finding) => finding.state === 'unknown'))?.layer ?? 'reach';
}

const rungId = (layer: Layer) => `rung-${layer}`;

interface RungProps {
  readonly finding: LayerFinding;
  readonly selected: boolean;
  readonly panel: string;
  readonly onSelect: () => void;
}

function Rung({ finding, selected, panel, onSelect }: RungProps) {
  const { say } = useText();
  const { layer, state, reason, values } = finding;
  return (
    <Tooltip
      label={say(`verdict.reason.${reason}`, values)}
      multiline
      maw={320}
      openDelay={350}
      position="top"
    >
      <UnstyledButton
        id={rungId(layer)}
        className={styles['rung']}
        role="tab"
        aria-selected={selected}
        aria-controls={panel}
        tabIndex={selected ? 0 : -1}
        data-testid={`ladder-${layer}`}
        data-layer={layer}
        data-state={state}
        onClick={onSelect}
        onFocus={onSelect}
      >
        <span className={styles['sign']} aria-hidden>
          {SIGNS[state]}
        </span>
        <span className={styles['rungNumber']}>{LAYERS.indexOf(layer) + 1}</span>
        <span className={styles['rungName']}>{say(`verdict.layer.${layer}.name`)}</span>
        <span className={styles['rungState']}>{say(`verdict.state.${state}`)}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

interface RungDetailProps extends LadderProps {
  readonly finding: LayerFinding;
}

function RungDetail({ view, finding, onRealProbe }: RungDetailProps) {
  const { say } = useText();
  const { layer, state, reason, values, test } = finding;
  const obstacle = test === null ? null : obstacleOf(view, test);
  return (
    <Stack gap={12}>
      <div>
        <Title order={3}>
          {LAYERS.indexOf(layer) + 1}. {say(`verdict.layer.${layer}.name`)}
        </Title>
        <Text size="sm" c="dimmed">
          {say(`verdict.layer.${layer}.question`)}
        </Text>
      </div>
      <div>
        <Text size="sm" fw={650}>
          {say('app.case.howKnown')}
        </Text>
        <Text size="sm">{say(`verdict.reason.${reason}`, values)}</Text>
      </div>
      {state === 'unknown' && test !== null && (
        <div>
          <Text size="sm" fw={650} mb={6}>
            {say('app.case.settle')}
          </Text>
          <TestButton view={view} test={test} onRealProbe={onRealProbe} />
          {obstacle !== null && <Obstacle obstacle={obstacle} size="xs" mt={4} />}
        </div>
      )}
    </Stack>
  );
}
