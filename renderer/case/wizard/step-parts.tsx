import { Button, Collapse, Text, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArrowLeft,
  IconArrowRight,
  IconChevronDown,
  IconChevronRight,
  IconEye,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { STEPS, type Step } from '../../../shared/wizard/wizard';
import { useText } from '../../text/use-text';
import { keyboard } from '../../ui/keyboard';
import type { Wizard } from './use-wizard';
import styles from './wizard.module.css';

/** The step's heading takes the focus when the step begins, so that keyboard and screen reader follow. */
export function StepHeading({ step, children }: { readonly step: Step; readonly children: ReactNode }) {
  const { say } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new step takes the focus once.
  useEffect(() => keyboard.give(heading.current), [step]);
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {say('wizard.stepOf', { number: STEPS.indexOf(step) + 1, count: STEPS.length })}
      </Text>
      <Title order={2} fz={19} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {say(`wizard.step.${step}.name`)}
      </Title>
      <Text mt={4} className="break">
        {children}
      </Text>
    </div>
  );
}

export function ShouldSee({ children }: { readonly children: ReactNode }) {
  const { say } = useText();
  return (
    <div className={styles['see']}>
      <IconEye size={18} className={styles['seeIcon']} aria-hidden />
      <div className="break">
        <strong>{say('wizard.shouldSee')}</strong>
        <br />
        {children}
      </div>
    </div>
  );
}

export function LooksDifferent({ children }: { readonly children: ReactNode }) {
  const { say } = useText();
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <div>
      <UnstyledButton
        onClick={toggle}
        aria-expanded={open}
        aria-controls={id}
        style={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 6,
          color: 'var(--doctor-accent)',
          fontSize: 13.5,
        }}
      >
        {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        {say('wizard.looksDifferent')}
      </UnstyledButton>
      <div id={id}>
        <Collapse expanded={open}>
          <Text size="sm" mt={6}>
            {children}
          </Text>
        </Collapse>
      </div>
    </div>
  );
}

export function ClickPath({ children }: { readonly children: ReactNode }) {
  const { say } = useText();
  return (
    <div className={styles['path']}>
      <span className={styles['pathLabel']}>{say('wizard.pathLabel')}</span>
      {children}
    </div>
  );
}

interface StepFootProps {
  readonly wizard: Wizard;
  readonly first?: boolean;
  /** What the button onward says; null where this step has none. */
  readonly next: string | null;
  readonly quiet?: boolean;
  readonly blocked?: boolean;
}

export function StepFoot({ wizard, first = false, next, quiet = false, blocked = false }: StepFootProps) {
  const { say } = useText();
  return (
    <div className={styles['foot']}>
      {first ? (
        <span />
      ) : (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={16} />}
          onClick={() => wizard.send({ kind: 'went_back' })}
        >
          {say('wizard.back')}
        </Button>
      )}
      {next !== null && (
        <Button
          variant={quiet ? 'default' : 'filled'}
          rightSection={<IconArrowRight size={16} />}
          loading={wizard.busy}
          disabled={blocked}
          onClick={() => wizard.send({ kind: 'step_done' })}
        >
          {next}
        </Button>
      )}
    </div>
  );
}
