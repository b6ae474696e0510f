import { Code, ScrollArea } from '@mantine/core';

interface ScrolledTextProps {
  readonly text: string;
  /** What it is called, for screen readers. */
  readonly label: string;
  /** In pixels. */
  readonly maxHeight: number;
}

/** A text of many lines to be read before it is saved or sent. */
export function ScrolledText({ text, label, maxHeight }: ScrolledTextProps) {
  return (
    <ScrollArea.Autosize
      mah={maxHeight}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Code>
    </ScrollArea.Autosize>
  );
}
