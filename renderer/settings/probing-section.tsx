import { Group, NumberInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProbingSettings } from '../../shared/matrix/views';
import { ask } from '../bridge';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';

const QUERY_KEY = ['app', 'probing'];

/** How hard the API may be asked, and how long checks are kept. */
export function ProbingSection() {
  const { say } = useText();
  const client = useQueryClient();
  const settings = useQuery({ queryKey: QUERY_KEY, queryFn: () => ask('probing:read_settings', {}) });
  const write = useCall('probing:write_settings');
  if (settings.data === undefined) return <CallAlert error={settings.error} />;
  const change = (part: Partial<ProbingSettings>) =>
    write.mutate(
      { ...settings.data, ...part },
      { onSuccess: (written) => client.setQueryData(QUERY_KEY, written) },
    );
  return (
    <Section title={say('matrix.settings.title')} lead={say('matrix.settings.lead')}>
      <CallAlert error={write.error} onClose={write.reset} />
      <Group gap={16} align="flex-start">
        <Whole
          label={say('matrix.settings.overall')}
          value={settings.data.overall}
          min={1}
          max={32}
          onChange={(overall) => change({ overall })}
        />
        <Whole
          label={say('matrix.settings.perKey')}
          value={settings.data.perKey}
          min={1}
          max={8}
          onChange={(perKey) => change({ perKey })}
        />
        <Whole
          label={say('matrix.settings.keepDays')}
          description={say('matrix.settings.keepDaysHelp')}
          value={settings.data.keepDays}
          min={0}
          max={3_650}
          onChange={(keepDays) => change({ keepDays })}
        />
      </Group>
    </Section>
  );
}

interface WholeProps {
  readonly label: string;
  readonly description?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** Takes whole numbers within bounds; what is half typed changes nothing. */
function Whole({ onChange, min, max, ...rest }: WholeProps) {
  return (
    <NumberInput
      {...rest}
      w={200}
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(value) => {
        if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
          onChange(value);
      }}
    />
  );
}
