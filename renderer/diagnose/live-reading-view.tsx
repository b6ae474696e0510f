import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Verdict } from '../../shared/diagnosis/verdict';
import type { Reading } from '../../shared/errors/reading';
import { headlineOf } from '../../shared/report/headline';
import { namedFacts } from '../../shared/report/named-facts';
import { useDraft } from '../state/draft';
import { useText } from '../text/use-text';
import { FactChips, Pill } from '../ui/chip';
import { MarkedText } from '../ui/marked-text';
import { NeededLine } from '../ui/needed-line';
import { OutcomeIcon } from '../ui/outcome-icon';
import { Section } from '../ui/page';
import styles from './diagnose.module.css';
import { type LiveReading, readDraft } from './live-reading';

const DEBOUNCE_MS = 220;
const EXCERPT = 1_200;

/** What the text says, while it is still in the box: no network, nothing stored. A text that came whole is read at once. */
export function useLiveReading(): LiveReading {
  const { draft } = useDraft();
  const [{ text, pasted }] = useDebouncedValue(draft, draft.pasted || draft.text === '' ? 0 : DEBOUNCE_MS);
  return useMemo(() => readDraft(text, pasted, new Date().toISOString().slice(0, 10)), [text, pasted]);
}

export function LiveReadingView({ live }: { readonly live: LiveReading }) {
  const { say } = useText();
  const { draft } = useDraft();
  if (draft.text === '' || live.kind === 'nothing') return null;
  if (live.kind === 'deferred') return <Text c="dimmed">{say('app.diagnose.readWhenPasted')}</Text>;
  return (
    <Section title={say('app.diagnose.readAs')}>
      <Stack gap={14} data-testid="live-reading" data-cause={live.verdict.cause ?? ''}>
        <div>
          <Headline verdict={live.verdict} />
          <NeededLine reading={live.reading} />
        </div>
        <FactChips facts={namedFacts(live.reading.facts, say)} />
        {live.reading.marks.length > 0 && (
          <MarkedText
            text={live.text}
            marks={live.reading.marks}
            longest={EXCERPT}
            label={say('app.diagnose.excerpt')}
          />
        )}
        {live.reading.others.length > 0 && <OtherErrors reading={live.reading} />}
      </Stack>
    </Section>
  );
}

function Headline({ verdict }: { readonly verdict: Verdict }) {
  const { say } = useText();
  if (verdict.outcome === 'not_an_error')
    return (
      <div className={styles['cause']} role="status">
        <OutcomeIcon outcome="not_an_error" size={22} />
        <Text>{say('app.diagnose.nothingFound')}</Text>
      </div>
    );
  return (
    <div className={styles['cause']} role="status">
      <OutcomeIcon outcome="refused" size={22} />
      <span>{headlineOf(verdict, say).title}</span>
      <Pill tone={verdict.confidence === 'certain' ? 'info' : 'open'}>
        {say(`verdict.confidence.${verdict.confidence}`)}
      </Pill>
    </div>
  );
}

function OtherErrors({ reading }: { readonly reading: Reading }) {
  const { say } = useText();
  return (
    <div>
      <Text size="sm" fw={600}>
        {say('app.diagnose.otherErrors')}
      </Text>
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {reading.others.map((other) => (
          <li key={`${other.cause} ${other.excerpt}`}>
            <Text size="sm">{say(`verdict.cause.${other.cause}.title`)}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
