import { Button, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { readError } from '../../shared/errors/read-error';
import { useText } from '../text/use-text';
import { MarkedText } from '../ui/marked-text';
import { FoldedSection } from '../ui/page';

const EXCERPT = 2_400;
/** More than this in one element makes scrolling stutter. */
const WHOLE = 200_000;

/** The text with its marks. It is read again here, since offsets must fit the text as it is shown, with keys hidden. */
export function PastedText({ text }: { readonly text: string | null }) {
  const { say } = useText();
  const [whole, setWhole] = useState(false);
  const marks = useMemo(() => (text === null ? [] : readError(text).marks), [text]);
  if (text === null) return null;
  return (
    <FoldedSection title={say('app.case.pasted')} lead={say('app.case.pastedLead')} testId="pasted">
      {text.trim() === '' ? (
        <Text size="sm">{say('app.case.noText')}</Text>
      ) : (
        <MarkedText
          text={text}
          marks={marks}
          longest={whole ? WHOLE : EXCERPT}
          label={say('app.diagnose.excerpt')}
        />
      )}
      {text.length > EXCERPT && (
        <Button variant="subtle" size="xs" mt={8} onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {say(whole ? 'app.common.showLess' : 'app.common.showMore')}
        </Button>
      )}
    </FoldedSection>
  );
}
