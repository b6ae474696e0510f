import { Stack, Text } from '@mantine/core';
import type { CheckRecord } from '../../shared/history/check';
import { useCall, useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { Notice } from '../ui/notice';
import { SidePanel } from '../ui/side-panel';
import { useRetestShortcut } from '../ui/use-retest-shortcut';
import { CheckFacts } from './check-facts';
import { OutcomePill } from './outcome-pill';
import { TimelineSection } from './timeline-section';

interface CheckDetailsProps {
  readonly check: CheckRecord | null;
  readonly onClose: () => void;
}

export function CheckDetails({ check, onClose }: CheckDetailsProps) {
  const { say } = useText();
  return (
    <SidePanel opened={check !== null} onClose={onClose} title={say('history.details')}>
      {check !== null && <Body check={check} />}
    </SidePanel>
  );
}

function Body({ check }: { readonly check: CheckRecord }) {
  const { say } = useText();
  const keys = useKeys().data ?? [];
  const retest = useCall('matrix:retest');
  const { keyId, model } = check;
  const isGone = !keys.some((key) => key.id === keyId);
  const probe = model === null ? 'list' : 'free_probe';
  const test = () => retest.mutate({ keyId, model, probe, consent: false });
  useRetestShortcut(isGone ? null : test, 'dialog');
  return (
    <Stack gap={18} data-testid="check-details">
      <div>
        <Text className="mono break" fw={650}>
          {model ?? say('app.case.probe.list')}
        </Text>
        <Text size="sm" c="dimmed">
          {check.keyLabel} · …{check.keyLastFour}
        </Text>
      </div>
      <div>
        <OutcomePill outcome={check.outcome} layer={check.layer} strength={check.strength} />
        {check.strength !== null && (
          <Text size="sm" mt={8}>
            {say(`matrix.basis.${check.strength}`)}
          </Text>
        )}
        {check.cause !== null && (
          <Text size="sm" mt={8}>
            {say(`verdict.cause.${check.cause}.title`)}
          </Text>
        )}
      </div>
      {isGone && <Notice tone="info">{say('history.keyGone')}</Notice>}
      {model !== null && <TimelineSection keyId={keyId} model={model} />}
      <CheckFacts id={check.id} newerAttempt={null} />
    </Stack>
  );
}
