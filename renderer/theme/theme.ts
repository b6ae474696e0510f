import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, Modal } from '@mantine/core';

/** A calm blue-green; shade 7 carries white text with a contrast of more than 5 to 1. */
const lagoon: MantineColorsTuple = [
  '#ecf8f8',
  '#d8eeef',
  '#afdde0',
  '#82cbd0',
  '#5dbbc2',
  '#45b0b9',
  '#2b97a1',
  '#0f7480',
  '#0a626d',
  '#044e58',
];

/** Greys with a trace of the same blue, so that borders and surfaces belong together. */
const slate: MantineColorsTuple = [
  '#f6f8fa',
  '#eef2f5',
  '#e2e8ed',
  '#d0d9e0',
  '#b3c0ca',
  '#8b9aa7',
  '#667684',
  '#4c5b68',
  '#33404b',
  '#1c262f',
];

const night: MantineColorsTuple = [
  '#d7dfe6',
  '#b9c5cf',
  '#a2b0bc',
  '#75838f',
  '#4a5763',
  '#36424d',
  '#27323b',
  '#1b242c',
  '#141b22',
  '#0e141a',
];

const SANS =
  '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", "Noto Sans JP", sans-serif';
const MONO =
  'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace';

export const theme = createTheme({
  colors: { lagoon, gray: slate, dark: night },
  primaryColor: 'lagoon',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '22px' },
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: '12px', sm: '13.5px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.5' },
  headings: {
    fontFamily: SANS,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.3' },
      h2: { fontSize: '17px', lineHeight: '1.4' },
      h3: { fontSize: '15px', lineHeight: '1.45' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Modal: Modal.extend({
      defaultProps: { radius: 'lg', overlayProps: { backgroundOpacity: 0.4, blur: 2 } },
      styles: {
        content: { background: 'var(--doctor-surface)' },
        header: { background: 'var(--doctor-surface)' },
        title: { fontSize: 17, fontWeight: 650, lineHeight: 1.4, overflowWrap: 'anywhere' },
      },
    }),
  },
});

/** The library's dimmed and placeholder greys are too faint to be read by everybody (contrast below 4.5 to 1). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f4f7f9',
    '--mantine-color-text': '#17212a',
    '--mantine-color-dimmed': '#52616f',
    '--mantine-color-placeholder': '#667684',
    '--mantine-color-error': '#b3261e',
    '--doctor-surface': '#ffffff',
    '--doctor-sunken': '#f4f7f9',
    '--doctor-rail': '#fafcfd',
    '--doctor-border': '#dde5ea',
    '--doctor-good': '#0c7a53',
    '--doctor-good-soft': '#e3f4ec',
    '--doctor-bad': '#b3261e',
    '--doctor-bad-soft': '#fdecea',
    '--doctor-open': '#52616f',
    '--doctor-open-soft': '#eef2f5',
    '--doctor-warn': '#8a5300',
    '--doctor-warn-soft': '#fff4dd',
    '--doctor-accent': '#0f7480',
    '--doctor-accent-soft': '#e3f3f4',
    '--doctor-mark': '#fff0bf',
    '--doctor-shadow': '0 1px 2px rgba(20, 40, 55, 0.05), 0 4px 16px rgba(20, 40, 55, 0.04)',
  },
  dark: {
    '--mantine-color-body': '#10171d',
    '--mantine-color-text': '#dfe7ed',
    '--mantine-color-dimmed': '#a2b0bc',
    '--mantine-color-placeholder': '#8b99a5',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-lagoon-light': '#173b42',
    '--mantine-color-lagoon-light-hover': '#1c464e',
    '--mantine-color-lagoon-light-color': '#8edbe1',
    '--doctor-surface': '#19222a',
    '--doctor-sunken': '#121a20',
    '--doctor-rail': '#141c23',
    '--doctor-border': '#2c3842',
    '--doctor-good': '#67d6a6',
    '--doctor-good-soft': '#12352a',
    '--doctor-bad': '#ff9d94',
    '--doctor-bad-soft': '#40201f',
    '--doctor-open': '#a2b0bc',
    '--doctor-open-soft': '#26313a',
    '--doctor-warn': '#f3c26b',
    '--doctor-warn-soft': '#3a2d13',
    '--doctor-accent': '#6ccbd4',
    '--doctor-accent-soft': '#12343a',
    '--doctor-mark': '#5c4a12',
    '--doctor-shadow': '0 1px 2px rgba(0, 0, 0, 0.3)',
  },
});
