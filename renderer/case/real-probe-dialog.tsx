import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import type { CaseView, RealProbeEstimate } from '../../shared/case/views';
import { useCall, useCaseCall } from '../state/queries';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { CallAlert, Notice } from '../ui/notice';

interface RealProbeDialogProps {
  readonly view: CaseView;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Nothing that costs money is sent before this was read and agreed to. */
export function RealProbeDialog({ view, opened, onClose }: RealProbeDialogProps) {
  const { say } = useText();
  const estimate = useCall((doctor) => doctor.cases.estimate);
  const check = useCaseCall((doctor) => doctor.cases.check);
  const { mutate } = estimate;
  useEffect(() => {
    if (opened) mutate({ id: view.id });
  }, [opened, mutate, view.id]);
  const send = () => {
    check.mutate({ id: view.id, probe: 'real_probe', consent: true }, { onSuccess: onClose });
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={say('app.case.consent.title')}>
      <Stack gap={14}>
        {estimate.isPending && (
          <Group gap={10}>
            <Loader size={18} />
            <Text>{say('app.case.consent.estimating')}</Text>
          </Group>
        )}
        {estimate.data !== undefined && <Estimate estimate={estimate.data} />}
        <CallAlert error={estimate.error ?? check.error} />
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={onClose}>
            {say('app.common.cancel')}
          </Button>
          <Button disabled={estimate.data === undefined} loading={check.isPending} onClick={send}>
            {say('app.case.consent.confirm')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Estimate({ estimate }: { readonly estimate: RealProbeEstimate }) {
  const { say } = useText();
  const { model, endpoint, outputTokens, expensive } = estimate;
  return (
    <>
      <Text>{say('app.case.consent.explanation', { endpoint })}</Text>
      <Text fw={600} className="break">
        {outputTokens === null || outputTokens === 0
          ? say('app.case.consent.noTokens', { model })
          : say('app.case.consent.tokens', { count: outputTokens, model })}
      </Text>
      {expensive && <Notice tone="warn">{say('app.case.consent.expensive')}</Notice>}
    </>
  );
}
