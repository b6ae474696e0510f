import { DirectionProvider, MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { directionOf, type Language } from '../shared/base/settings';
import { IntakeProvider } from './diagnose/intake';
import { Frame } from './frame/frame';
import { styleNonce } from './lock-down';
import { DraftProvider } from './state/draft';
import { NavigationProvider } from './state/navigation';
import { createQueryClient, useAppInfo, useChanges, useSettings } from './state/queries';
import { LanguageContext } from './text/use-text';
import { cssVariables, theme } from './theme/theme';
import { keyboard } from './ui/keyboard';

export function App() {
  return (
    <Surroundings>
      <Frame />
    </Surroundings>
  );
}

/** What every part of the window stands in. Tests open single parts in it. */
export function Surroundings({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  useEffect(() => keyboard.watch(), []);
  return (
    <QueryClientProvider client={client}>
      <Appearance>
        <NavigationProvider>
          <DraftProvider>
            <IntakeProvider>{children}</IntakeProvider>
          </DraftProvider>
        </NavigationProvider>
      </Appearance>
    </QueryClientProvider>
  );
}

/** Language and colours, as the person chose them or as the system has them. */
function Appearance({ children }: { readonly children: ReactNode }) {
  useChanges();
  const settings = useSettings().data;
  const info = useAppInfo().data;
  const language: Language = settings?.language ?? info?.systemLanguage ?? 'en';
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const chosen = settings?.theme ?? 'system';
  const direction = directionOf(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  return (
    <LanguageContext value={language}>
      <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          forceColorScheme={chosen === 'system' ? system : chosen}
          getStyleNonce={styleNonce}
        >
          {children}
        </MantineProvider>
      </DirectionProvider>
    </LanguageContext>
  );
}
