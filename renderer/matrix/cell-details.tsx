import { Button, Group, Stack, Text } from '@mantine/core';
import { CheckFacts } from '../history/check-facts';
import { useCheck } from '../history/queries';
import { TimelineSection } from '../history/timeline-section';
import { useShowHistory } from '../history/use-show-history';
import { useCall } from '../state/queries';
import { useOpenCase } from '../state/use-open-case';
import { causeText } from '../text/reason-text';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { RetestButton } from '../ui/retest-button';
import { SidePanel } from '../ui/side-panel';
import { basisText, lookOf } from './cell-look';
import type { GridColumn, GridRowData } from './grid-model';
import { cellAt } from './matrix-data';

interface CellPlace {
  readonly row: GridRowData;
  readonly column: GridColumn;
}

interface CellDetailsProps {
  /** null while closed. */
  readonly place: CellPlace | null;
  readonly onClose: () => void;
  readonly onReal: (keyId: string, model: string) => void;
}

/** All that is known of one key and one model, with the ways to know more. */
export function CellDetails({ place, onClose, onReal }: CellDetailsProps) {
  const { say } = useText();
  return (
    <SidePanel opened={place !== null} onClose={onClose} title={say('matrix.details.title')}>
      {place !== null && <Body place={place} onReal={onReal} />}
    </SidePanel>
  );
}

function Body({ place, onReal }: Pick<CellDetailsProps, 'onReal'> & { readonly place: CellPlace }) {
  const { say } = useText();
  const { row, column } = place;
  const { key, data } = row;
  const cell = cellAt(data, column.number, column.gone);
  const { Icon, word, tone } = lookOf(cell);
  const model = column.model.id;
  const color =
    tone === 'good' ? 'var(--doctor-good)' : tone === 'bad' ? 'var(--doctor-bad)' : 'var(--doctor-accent)';
  const checkId = cell.check?.checkId ?? data.row.list?.checkId ?? null;
  return (
    <Stack gap={18} data-testid="cell-details" data-state={cell.state} data-basis={cell.basis}>
      <div>
        <Text className="mono break" fw={650}>
          {model}
        </Text>
        <Text size="sm" c="dimmed">
          {key.label} · …{key.lastFour}
        </Text>
        {column.shutdown !== null && (
          <Text size="sm" c="var(--doctor-warn)">
            {say(column.gone ? 'matrix.retired' : 'matrix.retiring', { date: column.shutdown })}
          </Text>
        )}
      </div>
      <Group gap={10} wrap="nowrap" align="flex-start">
        <Icon size={22} color={color} aria-hidden style={{ flex: 'none' }} />
        <div>
          <Text fw={650}>
            {say(`matrix.state.${cell.state}`)}
            {cell.state === 'denied' ? ` · ${say(word)}` : ''}
          </Text>
          <Text size="sm">{say(basisText(cell))}</Text>
          {cell.cause !== null && cell.basis === 'check' && (
            <Text size="sm">{causeText(cell.cause, cell.layer, say)}</Text>
          )}
        </div>
      </Group>
      <Actions
        keyId={key.id}
        model={model}
        deniedBy={cell.state === 'denied' ? checkId : null}
        onReal={() => onReal(key.id, model)}
      />
      <TimelineSection keyId={key.id} model={model} />
      {checkId !== null && (
        <CheckFacts
          title={say('matrix.details.lastCheck')}
          id={checkId}
          newerAttempt={cell.check?.newerAttempt ?? null}
        />
      )}
    </Stack>
  );
}

interface ActionsProps {
  readonly keyId: string;
  readonly model: string;
  /** The test that was refused; null where none was. */
  readonly deniedBy: string | null;
  readonly onReal: () => void;
}

function Actions({ keyId, model, deniedBy, onReal }: ActionsProps) {
  const { say } = useText();
  const retest = useCall((doctor) => doctor.matrix.retest);
  const open = useOpenCase();
  const showHistory = useShowHistory();
  const refusal = useCheck(deniedBy);
  const test = () => retest.mutate({ keyId, model, probe: 'free_probe', consent: false });
  return (
    <Stack gap={8}>
      <Group gap={8}>
        <RetestButton busy={retest.isPending} onTest={test} />
        <Button size="xs" variant="default" onClick={onReal}>
          {say('matrix.details.real')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={open.isPending}
          disabled={refusal.isLoading}
          onClick={() => open.start({ keyId, model, check: refusal.data ?? null })}
        >
          {say('matrix.details.openCase')}
        </Button>
        <Button size="xs" variant="default" onClick={() => showHistory(keyId, model)}>
          {say('matrix.details.history')}
        </Button>
      </Group>
      <CallAlert error={retest.error ?? open.error} />
    </Stack>
  );
}
