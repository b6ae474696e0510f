import { Stepper } from '@mantine/core';
import type { CaseView } from '../../../shared/case/views';
import { STEPS, skippedOf, stepOf } from '../../../shared/wizard/wizard';
import { useText } from '../../text/use-text';
import type { Wizard } from './use-wizard';
import styles from './wizard.module.css';

/** Where the person is. A step that was passed over stays hollow, and is one click away as any other before this one. */
export function Progress({ view, wizard }: { readonly view: CaseView; readonly wizard: Wizard }) {
  const { say } = useText();
  const step = stepOf(view.wizard);
  const proven = view.wizard.kind === 'proven';
  const active = proven ? STEPS.length : step === null ? 0 : STEPS.indexOf(step);
  const skipped = skippedOf(view.wizard);
  return (
    <nav aria-label={say('wizard.steps')}>
      <Stepper
        active={active}
        size="xs"
        iconSize={26}
        labelPosition="bottom"
        wrap={false}
        onStepClick={(index) => {
          const wanted = STEPS[index];
          if (wanted !== undefined) wizard.send({ kind: 'returned', step: wanted });
        }}
      >
        {STEPS.map((name, index) => {
          const hollow = index < active && skipped.includes(name);
          return (
            <Stepper.Step
              key={name}
              label={
                <>
                  {say(`wizard.step.${name}.name`)}
                  {hollow && <span className="visually-hidden"> ({say('wizard.skipped')})</span>}
                </>
              }
              allowStepSelect={!proven && index < active}
              aria-current={index === active ? 'step' : undefined}
              data-passed={index < active ? (hollow ? 'skipped' : 'done') : undefined}
              {...(hollow
                ? { completedIcon: <span className={styles['hollowNumber']}>{index + 1}</span> }
                : {})}
              classNames={{
                stepLabel: styles['stepLabel'] ?? '',
                stepIcon: (hollow ? styles['hollowIcon'] : styles['stepIcon']) ?? '',
              }}
            />
          );
        })}
      </Stepper>
    </nav>
  );
}
