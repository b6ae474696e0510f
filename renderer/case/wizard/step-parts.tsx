import { Button, Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { CaseView } from '../../../shared/case/views';
import { LABELS_SEEN } from '../../../shared/remedies/links';
import { STEPS, type Step, stepOf } from '../../../shared/wizard/wizard';
import { useAppInfo } from '../../state/queries';
import { formatMonth } from '../../text/format';
import { useText } from '../../text/use-text';
import { keyboard, TAKES_OVER } from '../../ui/keyboard';
import { CallAlert } from '../../ui/notice';
import type { Wizard } from './use-wizard';
import styles from './wizard.module.css';

interface StepCardProps {
  readonly view: CaseView;
  readonly wizard: Wizard;
  readonly children: ReactNode;
}

/** What a step shows; what it does next stands below, where it is always in view. */
export function StepCard({ view, wizard, children }: StepCardProps) {
  return (
    <div
      className={styles['card']}
      data-testid="wizard-step"
      data-step={stepOf(view.wizard) ?? ''}
      data-state={view.wizard.kind}
    >
      <CallAlert error={wizard.error} onClose={wizard.clear} />
      {children}
    </div>
  );
}

interface StepHeadingProps {
  readonly step: Step;
  readonly children: ReactNode;
  /** Why it matters, for whoever reads on. */
  readonly why?: string;
}

/** The step's heading takes the focus when the step begins, so that keyboard and screen reader follow. */
export function StepHeading({ step, children, why }: StepHeadingProps) {
  const { say } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new step takes the focus once.
  useEffect(() => keyboard.give(heading.current), [step]);
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {say('wizard.stepOf', { number: STEPS.indexOf(step) + 1, count: STEPS.length })}
      </Text>
      <Title order={2} fz={19} ref={heading} tabIndex={-1} style={{ outline: 'none' }} {...TAKES_OVER}>
        {say(`wizard.step.${step}.name`)}
      </Title>
      <Text mt={4} className="break">
        {children}
      </Text>
      {why !== undefined && (
        <Text mt={6} size="sm" c="dimmed">
          {why}
        </Text>
      )}
    </div>
  );
}

interface FoldProps {
  readonly label: string;
  /** The field in it that the keyboard goes to. */
  readonly field?: string;
  readonly children: ReactNode;
}

/** What few need: closed until somebody asks, and brought into view then. */
export function Fold({ label, field, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    content.current?.scrollIntoView({ block: 'nearest' });
    if (field !== undefined) keyboard.give(field);
  }, [open, field]);
  return (
    <div>
      <FoldButton label={label} open={open} controls={id} onToggle={() => setOpen(!open)} />
      <div id={id} ref={content} hidden={!open}>
        {children}
      </div>
    </div>
  );
}

interface FoldButtonProps {
  readonly label: string;
  readonly open: boolean;
  /** The id of what it opens. */
  readonly controls: string;
  readonly onToggle: () => void;
}

export function FoldButton({ label, open, controls, onToggle }: FoldButtonProps) {
  return (
    <UnstyledButton
      className={styles['fold']}
      onClick={onToggle}
      aria-expanded={open}
      aria-controls={controls}
    >
      {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
      {label}
    </UnstyledButton>
  );
}

export function LooksDifferent({ children }: { readonly children: ReactNode }) {
  const { say, language } = useText();
  return (
    <Fold label={say('wizard.looksDifferent')}>
      <Text size="sm" mt={6}>
        {children}
      </Text>
      <Text size="xs" mt={6} c="dimmed">
        {say('wizard.seen', { month: formatMonth(LABELS_SEEN, language) })}
      </Text>
    </Fold>
  );
}

interface StepFootProps {
  /** Null where there is no step before. */
  readonly back: Wizard | null;
  /** What stands in place of the way back. */
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}

/** At the lower edge of the window, however long the step is. */
export function StepFoot({ back, note = <span />, children }: StepFootProps) {
  const { say } = useText();
  return (
    <div className={styles['foot']} data-page-foot>
      <div className={styles['footInner']}>
        {back === null ? (
          note
        ) : (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconArrowLeft size={16} />}
            onClick={() => back.send({ kind: 'went_back' })}
          >
            {say('wizard.back')}
          </Button>
        )}
        <div className={styles['footActions']}>{children}</div>
      </div>
    </div>
  );
}

/** How long the place in the wizard is kept: said where it begins. */
export function Keeping() {
  const { say } = useText();
  const info = useAppInfo().data;
  const kept = info?.storeUnavailable === true ? 'forgotten' : 'kept';
  return (
    <p className={styles['footNote']} style={{ margin: 0 }}>
      {say(`wizard.lead.${info?.mode === 'practice' ? 'practice' : kept}`)}
    </p>
  );
}

interface NextButtonProps {
  readonly wizard: Wizard;
  readonly label: string;
  readonly onNext: () => void;
  readonly quiet?: boolean;
  readonly blocked?: boolean;
}

export function NextButton({ wizard, label, onNext, quiet = false, blocked = false }: NextButtonProps) {
  return (
    <Button
      variant={quiet ? 'default' : 'filled'}
      rightSection={<IconArrowRight size={16} />}
      loading={wizard.busy}
      disabled={blocked}
      onClick={onNext}
    >
      {label}
    </Button>
  );
}
