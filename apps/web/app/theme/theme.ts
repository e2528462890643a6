import { createTheme, type Shadows } from '@mui/material/styles';
import { components } from './components.ts';
import { dark, fontFamily, light, type Tokens } from './tokens.ts';

function paletteOf(tokens: Tokens) {
  const meaning = (fill: string, text: string, soft: string) => ({
    main: fill,
    light: soft,
    dark: text,
    contrastText: tokens.onFill,
  });
  return {
    primary: {
      main: tokens.accent,
      dark: tokens.accentHover,
      light: tokens.accentSoft,
      contrastText: tokens.onAccent,
    },
    secondary: meaning(tokens.plumFill, tokens.plum, tokens.plumSoft),
    success: meaning(tokens.okFill, tokens.ok, tokens.okSoft),
    warning: meaning(tokens.warnFill, tokens.warn, tokens.warnSoft),
    error: meaning(tokens.badFill, tokens.bad, tokens.badSoft),
    info: meaning(tokens.infoFill, tokens.info, tokens.infoSoft),
    text: { primary: tokens.ink, secondary: tokens.ink2, disabled: tokens.ink3 },
    background: { default: tokens.canvas, paper: tokens.surface },
    divider: tokens.line,
    action: { hover: tokens.hover, selected: tokens.selected, active: tokens.ink2 },
  };
}

/** MUI's own ladder of shadows stays empty: what floats takes its elevation from the tokens. */
function createShadows() {
  return Array.from({ length: 25 }, () => 'none') as Shadows;
}

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: { palette: paletteOf(light) }, dark: { palette: paletteOf(dark) } },
  spacing: 4,
  shape: { borderRadius: 6 },
  shadows: createShadows(),
  breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1600 } },
  typography: {
    fontFamily,
    fontSize: 13,
    htmlFontSize: 16,
    fontWeightRegular: 400,
    fontWeightMedium: 600,
    fontWeightBold: 600,
    h1: { fontSize: 20, lineHeight: '28px', fontWeight: 600 },
    h2: { fontSize: 16, lineHeight: '24px', fontWeight: 600 },
    h3: { fontSize: 13, lineHeight: '20px', fontWeight: 600 },
    body1: { fontSize: 13, lineHeight: '20px' },
    body2: { fontSize: 14, lineHeight: '20px' },
    caption: { fontSize: 12, lineHeight: '16px' },
    button: { fontSize: 13, lineHeight: '20px', fontWeight: 400, textTransform: 'none' },
  },
  transitions: {
    duration: {
      shortest: 80,
      shorter: 80,
      short: 120,
      standard: 120,
      complex: 120,
      enteringScreen: 120,
      leavingScreen: 80,
    },
    easing: { easeInOut: 'ease-out', easeOut: 'ease-out', easeIn: 'ease-out', sharp: 'ease-out' },
  },
  components,
});
