/** The values that every screen is drawn with: MUI's theme and the custom properties of plain elements both come from here. */

const shared = {
  call: '#0C3F4A',
  callButton: '#19525E',
  onCall: '#FFFFFF',
  onCall2: '#B9D6DB',
  recording: '#FFB4A8',
  focusOnCall: '#FFD58A',
  onFill: '#FFFFFF',
};

export const light = {
  ...shared,
  canvas: '#F4F3F0',
  surface: '#FFFFFF',
  sunken: '#FAF9F7',
  hover: '#F1EFEB',
  selected: '#E6F1F2',
  line: '#E6E3DD',
  line2: '#D5D1C9',
  field: '#8B867C',
  edge: '#857F75',
  ink: '#1A1E22',
  ink2: '#474D54',
  ink3: '#62686F',
  accent: '#0B5C6B',
  accentHover: '#084A57',
  accentInk: '#0A5563',
  accentSoft: '#E0EEF0',
  onAccent: '#FFFFFF',
  ok: '#1A6B41',
  okSoft: '#E3F1E8',
  okFill: '#23804F',
  warn: '#7D4A00',
  warnSoft: '#FBEFD8',
  warnFill: '#C27A0E',
  bad: '#AC2419',
  badSoft: '#FBE8E5',
  badFill: '#C2362A',
  info: '#27529A',
  infoSoft: '#E7EEF9',
  infoFill: '#3F6FBF',
  plum: '#733D7C',
  plumSoft: '#F4E9F6',
  plumFill: '#9157A0',
  mute: '#575D64',
  muteSoft: '#EEECE7',
  note: '#FDF6E3',
  bubbleMe: '#DDEDEF',
  focus: '#0B6E80',
  inverseLink: '#8ED8E4',
  elevation1: '0 1px 2px rgba(26,30,34,.06)',
  elevation2: '0 4px 16px rgba(26,30,34,.10), 0 0 0 1px rgba(26,30,34,.06)',
  elevation3: '0 16px 40px rgba(26,30,34,.18), 0 0 0 1px rgba(26,30,34,.08)',
};

export type Tokens = typeof light;

export const dark: Tokens = {
  ...shared,
  canvas: '#0E1214',
  surface: '#161B1E',
  sunken: '#12171A',
  hover: '#1E2528',
  selected: '#14313A',
  line: '#262E32',
  line2: '#364046',
  field: '#758086',
  edge: '#6F7A80',
  ink: '#E9ECED',
  ink2: '#BCC3C7',
  ink3: '#959EA3',
  accent: '#55BBCB',
  accentHover: '#6FCAD8',
  accentInk: '#79D0DD',
  accentSoft: '#12353C',
  onAccent: '#04242A',
  ok: '#70C898',
  okSoft: '#14301F',
  okFill: '#2A8455',
  warn: '#E6B264',
  warnSoft: '#34280F',
  warnFill: '#D3912F',
  bad: '#F59488',
  badSoft: '#3F1D1A',
  badFill: '#C8493D',
  info: '#94B8F0',
  infoSoft: '#192B48',
  infoFill: '#5C8BDA',
  plum: '#D6A2DE',
  plumSoft: '#34213B',
  plumFill: '#A66BB4',
  mute: '#A6AEB3',
  muteSoft: '#252C30',
  note: '#2B2617',
  bubbleMe: '#14343B',
  focus: '#63C6D6',
  inverseLink: '#0A5563',
  elevation1: 'none',
  elevation2: '0 4px 16px rgba(0,0,0,.45), 0 0 0 1px #2E373C',
  elevation3: '0 16px 40px rgba(0,0,0,.6), 0 0 0 1px #364046',
};

export const fontFamily =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Inter, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
export const monoFamily = 'ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono CJK SC", monospace';

function customProperties(tokens: Tokens): Record<string, string> {
  const named = Object.entries(tokens).map(([name, value]) => [
    `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)/, '-$1')}`,
    value,
  ]);
  return Object.fromEntries(named) as Record<string, string>;
}

/** Custom properties by theme (`accentSoft` is `--accent-soft`, `ink2` is `--ink-2`), for the stylesheets of plain elements. */
export const tokenStyles = {
  ':root': {
    ...customProperties(light),
    '--radius-chip': '4px',
    '--radius-control': '6px',
    '--radius-card': '8px',
    '--radius-float': '12px',
    '--font': fontFamily,
    '--mono': monoFamily,
    colorScheme: 'light',
  },
  '[data-theme="dark"]': { ...customProperties(dark), colorScheme: 'dark' },
};
