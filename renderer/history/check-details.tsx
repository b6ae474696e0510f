import { Button, Group, Stack, Text } from '@mantine/core';
import type { CheckRecord } from '../../shared/history/check';
import type { RunDifference } from '../../shared/history/views';
import { useCall, useKeys } from '../state/queries';
import { useOpenCase } from '../state/use-open-case';
import { causeText } from '../text/reason-text';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { RetestButton } from '../ui/retest-button';
import { SidePanel } from '../ui/side-panel';
import { CheckFacts } from './check-facts';
import { OutcomePill } from './outcome-pill';
import { TimelineSection } from './timeline-section';
import { repeatOf } from './use-repeats';

export interface ShownCheck {
  readonly check: CheckRecord;
  /** Where it stands for one model in a comparison of runs: by a key's list, many do. */
  readonly difference: RunDifference | null;
}

interface CheckDetailsProps {
  readonly shown: ShownCheck | null;
  readonly onClose: () => void;
  /** Another test takes the place of the one that is shown. */
  readonly onShow: (check: CheckRecord) => void;
}

export function CheckDetails({ shown, onClose, onShow }: CheckDetailsProps) {
  const { say } = useText();
  return (
    <SidePanel opened={shown !== null} onClose={onClose} title={say('history.details')}>
      {shown !== null && <Body {...shown} onShow={onShow} />}
    </SidePanel>
  );
}

function Body({ check, difference, onShow }: Pick<CheckDetailsProps, 'onShow'> & ShownCheck) {
  const { say } = useText();
  const keys = useKeys().data ?? [];
  const retest = useCall((doctor) => doctor.matrix.retest);
  const open = useOpenCase();
  const { keyId } = check;
  const model = difference?.model ?? check.model;
  const { outcome, cause, layer, strength } = difference?.after ?? check;
  const isGone = !keys.some((key) => key.id === keyId);
  const test = () => retest.mutate(repeatOf({ keyId, model }), { onSuccess: onShow });
  return (
    <Stack gap={18} data-testid="check-details" data-check={check.id}>
      <div>
        <Text className="mono break" fw={650}>
          {model ?? say('app.case.probe.list')}
        </Text>
        <Text size="sm" c="dimmed">
          {check.keyLabel} · …{check.keyLastFour}
        </Text>
      </div>
      <div>
        <OutcomePill outcome={outcome} cause={cause} layer={layer} strength={strength} />
        {check.strength !== null && (
          <Text size="sm" mt={8}>
            {say(`matrix.basis.${check.strength}`)}
          </Text>
        )}
        {check.cause !== null && (
          <Text size="sm" mt={8}>
            {causeText(check.cause, check.layer, say)}
          </Text>
        )}
      </div>
      {isGone ? (
        <Notice tone="info">{say('history.keyGone')}</Notice>
      ) : (
        <Group gap={8}>
          <RetestButton busy={retest.isPending} onTest={test} />
          <Button
            size="xs"
            variant="default"
            loading={open.isPending}
            onClick={() => open.start({ keyId, model, check })}
          >
            {say('matrix.details.openCase')}
          </Button>
        </Group>
      )}
      <CallAlert error={retest.error ?? open.error} />
      {model !== null && <TimelineSection keyId={keyId} model={model} />}
      <CheckFacts title={say('history.thisTest')} id={check.id} newerAttempt={null} />
    </Stack>
  );
}
