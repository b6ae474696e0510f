import { Button, Checkbox, Group, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ChosenCells } from '../../shared/ipc/calls/probing';
import type { KeySummary } from '../../shared/keys/key';
import type { RunEstimate } from '../../shared/matrix/views';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { keyName } from '../ui/key-select';
import { CallAlert, Notice } from '../ui/notice';

/** Beyond so many requests a click alone is no agreement: "everything shown" can be tens of thousands. */
const MANY = 200;

interface ConsentDialogProps {
  /** null while the dialog is closed. */
  readonly cells: ChosenCells[] | null;
  readonly keys: readonly KeySummary[];
  readonly onSend: (cells: ChosenCells[], expensive: boolean) => void;
  readonly onClose: () => void;
}

/** Nothing that costs money is sent before this was read and agreed to. */
export function ConsentDialog({ cells, keys, onSend, onClose }: ConsentDialogProps) {
  const { say } = useText();
  const [expensive, setExpensive] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const estimate = useCall((doctor) => doctor.matrix.estimate);
  const { mutate, data } = estimate;
  useEffect(() => {
    setExpensive(false);
    setAgreed(false);
    if (cells !== null) mutate({ cells });
  }, [cells, mutate]);
  const count = data === undefined ? 0 : data.requests + (expensive ? data.expensive : 0);
  return (
    <Dialog opened={cells !== null} onClose={onClose} title={say('matrix.consent.title')}>
      <Stack gap={14}>
        {cells !== null && <Named cells={cells} keys={keys} />}
        {estimate.isPending && <Loader size={18} aria-label={say('app.case.consent.estimating')} />}
        {data !== undefined && <Estimate estimate={data} expensive={expensive} onExpensive={setExpensive} />}
        {count > MANY && (
          <Checkbox
            checked={agreed}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
            label={say('matrix.consent.many', { count })}
          />
        )}
        <CallAlert error={estimate.error} />
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={onClose}>
            {say('app.common.cancel')}
          </Button>
          <Button
            disabled={count === 0 || (count > MANY && !agreed)}
            onClick={() => cells !== null && onSend(cells, expensive)}
          >
            {say('matrix.consent.confirm', { count })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** Names of keys or models that are read out; the rest is counted. */
const NAMED = 4;

/** What the requests are about, so that nobody agrees to something else than what they have in mind. */
function Named({
  cells,
  keys,
}: {
  readonly cells: readonly ChosenCells[];
  readonly keys: readonly KeySummary[];
}) {
  const { say } = useText();
  const labels = cells.map(({ keyId }) => {
    const key = keys.find(({ id }) => id === keyId);
    return key === undefined ? keyId : keyName(key);
  });
  const models = [...new Set(cells.flatMap((choice) => choice.models))];
  const named = (names: readonly string[]) => {
    const first = names.slice(0, NAMED).join(', ');
    const count = names.length - NAMED;
    return {
      count: names.length,
      names: names.length > NAMED ? say('matrix.consent.more', { names: first, count }) : first,
    };
  };
  return (
    <div data-testid="consent-named">
      <Text size="sm" className="break">
        {say('matrix.consent.keys', named(labels))}
      </Text>
      <Text size="sm" className="break">
        {say('matrix.consent.models', named(models))}
      </Text>
    </div>
  );
}

interface EstimateProps {
  readonly estimate: RunEstimate;
  readonly expensive: boolean;
  readonly onExpensive: (expensive: boolean) => void;
}

function Estimate({ estimate, expensive, onExpensive }: EstimateProps) {
  const { say } = useText();
  const { requests, outputTokens, impossible } = estimate;
  return (
    <>
      <Text>{say('matrix.consent.explanation')}</Text>
      {requests > 0 && (
        <Text fw={600}>{say('matrix.consent.requests', { count: requests, tokens: outputTokens })}</Text>
      )}
      {requests + estimate.expensive === 0 && <Notice tone="info">{say('matrix.consent.nothing')}</Notice>}
      {estimate.expensive > 0 && (
        <Checkbox
          checked={expensive}
          onChange={(event) => onExpensive(event.currentTarget.checked)}
          label={say('matrix.consent.expensive', { count: estimate.expensive })}
        />
      )}
      {impossible > 0 && (
        <Text size="sm" c="dimmed">
          {say('matrix.consent.impossible', { count: impossible })}
        </Text>
      )}
    </>
  );
}
