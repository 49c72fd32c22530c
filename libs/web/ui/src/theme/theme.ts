import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eef6f9',
  '#dcecf2',
  '#b8d9e5',
  '#8cc2d6',
  '#5ba5bf',
  '#3788a6',
  '#22718f',
  '#145f7e',
  '#125673',
  '#0c3d52',
];
const stone: MantineColorsTuple = [
  '#faf9f7',
  '#f3f1ec',
  '#eae7e1',
  '#dcd8d0',
  '#c5c0b6',
  '#a39d92',
  '#6b665d',
  '#524d46',
  '#3d3a35',
  '#211f1c',
];
const night: MantineColorsTuple = [
  '#ece9e3',
  '#d5d1ca',
  '#a19b91',
  '#807a70',
  '#4a4741',
  '#35322e',
  '#1f1d1b',
  '#171614',
  '#121110',
  '#0c0b0a',
];
const brick: MantineColorsTuple = [
  '#fdf1ef',
  '#fbe2de',
  '#f4c3bb',
  '#ec9f94',
  '#e07b6d',
  '#d35a4a',
  '#c23f31',
  '#a3261d',
  '#8f2018',
  '#611510',
];

/** White on shade 7 and 8 holds 4.5:1 in both schemes; Mantine's own default does not (ux.md 1.4). */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 8 },
  colors: { petrol, gray: stone, dark: night, red: brick },
  fontFamily: 'var(--dl-font)',
  fontFamilyMonospace: 'var(--dl-mono)',
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.6', xl: '1.5' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  autoContrast: false,
});

/** Mantine's surfaces follow our tokens, so that a menu and a panel are the same paper. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--dl-surface)',
    '--mantine-color-text': 'var(--dl-ink)',
    '--mantine-color-dimmed': 'var(--dl-ink-3)',
    '--mantine-color-placeholder': 'var(--dl-ink-3)',
    '--mantine-color-error': 'var(--dl-danger)',
    '--mantine-color-default-border': 'var(--dl-line)',
    '--mantine-line-height': '1.6',
  },
  light: {},
  dark: {},
});
