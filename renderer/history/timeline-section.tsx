import { Stack, Text } from '@mantine/core';
import type { Since } from '../../shared/history/timeline';
import { formatMoments } from '../text/format';
import { type Text as TextTools, useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { useTimeline } from './queries';
import { TimelineChart } from './timeline-chart';

/** Since when, and how it went until then. */
export function TimelineSection({ keyId, model }: { readonly keyId: string; readonly model: string }) {
  const { say } = useText();
  const timeline = useTimeline(keyId, model);
  return (
    <Stack gap={6}>
      <Text fw={650} size="sm">
        {say('matrix.details.timeline')}
      </Text>
      <CallAlert error={timeline.error} />
      {timeline.data !== undefined && (
        <>
          <SinceSentence since={timeline.data.since} />
          {timeline.data.points.length > 0 && <TimelineChart points={timeline.data.points} />}
        </>
      )}
    </Stack>
  );
}

export function SinceSentence({ since }: { readonly since: Since }) {
  const text = useText();
  return (
    <Text size="sm" data-testid="since" data-kind={since.kind}>
      {sentenceOf(since, text)}
    </Text>
  );
}

function sentenceOf(since: Since, { say, language }: TextTools): string {
  if (since.kind === 'unknown') return say('matrix.details.since.unknown');
  const earlier = since.kind === 'lacks' ? since.lastHad?.at : since.lastLacked;
  const moments = formatMoments([since.since, earlier ?? since.since], language, new Date());
  const [first = '', before = ''] = moments;
  if (since.kind === 'has')
    return since.lastLacked === null
      ? say('matrix.details.since.has', { since: first })
      : say('matrix.details.since.hasAfter', { since: first, before });
  return since.lastHad === null
    ? say('matrix.details.since.lacks', { since: first })
    : say(`matrix.details.since.lacksAfter.${since.lastHad.as}`, { since: first, before });
}
