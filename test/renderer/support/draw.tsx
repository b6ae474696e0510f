import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntakeProvider } from '../../../renderer/diagnose/intake';
import { DraftProvider } from '../../../renderer/state/draft';
import { NavigationProvider } from '../../../renderer/state/navigation';
import { createQueryClient } from '../../../renderer/state/queries';
import { LanguageContext } from '../../../renderer/text/use-text';
import type { Language } from '../../../shared/base/settings';

/** What the window would draw at first, as HTML; `known` is what it was told by the main process already. */
export function draw(
  element: ReactNode,
  known: readonly (readonly [queryKey: readonly string[], data: unknown])[] = [],
  language: Language = 'en',
): string {
  const client = createQueryClient();
  for (const [queryKey, data] of known) client.setQueryData(queryKey, data);
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <LanguageContext value={language}>
        <MantineProvider env="test">
          <NavigationProvider>
            <DraftProvider>
              <IntakeProvider>{element}</IntakeProvider>
            </DraftProvider>
          </NavigationProvider>
        </MantineProvider>
      </LanguageContext>
    </QueryClientProvider>,
  );
}

/** The text between the tags. */
export function textOf(html: string): string {
  return html
    .replace(/<style[^>]*>.*?<\/style>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
