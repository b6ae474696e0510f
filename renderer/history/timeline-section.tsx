import { Stack, Text } from '@mantine/core';
import type { Since } from '../../shared/history/timeline';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
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
  const { say, language } = useText();
  const moment = (iso: string) => formatMoment(iso, language, new Date());
  const sentence = () => {
    switch (since.kind) {
      case 'unknown':
        return say('matrix.details.since.unknown');
      case 'lacks':
        return since.lastHad === null
          ? say('matrix.details.since.lacks', { since: moment(since.since) })
          : say(`matrix.details.since.lacksAfter.${since.lastHad.as}`, {
              since: moment(since.since),
              before: moment(since.lastHad.at),
            });
      case 'has':
        return since.lastLacked === null
          ? say('matrix.details.since.has', { since: moment(since.since) })
          : say('matrix.details.since.hasAfter', {
              since: moment(since.since),
              before: moment(since.lastLacked),
            });
    }
  };
  return (
    <Text size="sm" data-testid="since" data-kind={since.kind}>
      {sentence()}
    </Text>
  );
}
