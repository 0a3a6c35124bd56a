import { createTheme, type MantineColorsTuple } from '@mantine/core';

const lagoon: MantineColorsTuple = [
  '#e8f6f4',
  '#cfebe7',
  '#a2d9d2',
  '#72c6bc',
  '#48b0a5',
  '#2a9a8e',
  '#128276',
  '#0c6f65',
  '#0a5a53',
  '#084842',
];

/** Greys with a breath of the accent in them. */
const gray: MantineColorsTuple = [
  '#f7f9f9',
  '#eff2f2',
  '#e3e8e8',
  '#d0d8d8',
  '#b4bfbf',
  '#8b9898',
  '#667373',
  '#4b5757',
  '#333d3d',
  '#1e2626',
];

const dark: MantineColorsTuple = [
  '#dbe3e3',
  '#b3bfbf',
  '#8f9d9d',
  '#667374',
  '#424c4e',
  '#323a3c',
  '#252c2e',
  '#1b2123',
  '#15191b',
  '#0f1314',
];

const sans =
  'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const theme = createTheme({
  colors: { lagoon, gray, dark },
  primaryColor: 'lagoon',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  black: '#1a2121',
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '600' },
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    // A list of all steps behind each of a step's exits would be thousands of elements that nobody sees.
    Combobox: { defaultProps: { keepMounted: false, shadow: 'md' } },
    // Labels are lighter than headings, and the title of a dialog is one.
    InputWrapper: { styles: { label: { fontWeight: 500 } } },
    Modal: { styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 } } },
  },
});
