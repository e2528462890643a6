import type { Components, Theme } from '@mui/material/styles';

const focusRing = { outline: '2px solid var(--focus)', outlineOffset: 1 };
const control = 'var(--control)';

/** What MUI's parts look like here, set once: no ripple, no shadows on buttons, labels above fields, dense menus. */
export const components: Components<Theme> = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit', size: 'medium' },
    styleOverrides: {
      root: {
        minWidth: 0,
        gap: 6,
        whiteSpace: 'nowrap',
        flex: 'none',
        '& .MuiButton-startIcon, & .MuiButton-endIcon': { margin: 0 },
        '&.MuiButton-colorError:not(.MuiButton-contained)': { color: 'var(--bad)' },
        '&.Mui-disabled': { color: 'var(--ink-3)', border: '1px dashed var(--line-2)', background: 'none' },
      },
      sizeMedium: { height: control, padding: '0 12px' },
      sizeSmall: { height: 'var(--control-small)', padding: '0 8px' },
      contained: { fontWeight: 600 },
      outlined: {
        background: 'var(--surface)',
        borderColor: 'var(--line-2)',
        '&:hover': { background: 'var(--hover)', borderColor: 'var(--line-2)' },
      },
      text: { color: 'var(--ink-2)', '&:hover': { background: 'var(--hover)' } },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        width: control,
        height: control,
        padding: 0,
        borderRadius: 6,
        color: 'var(--ink-2)',
        '&:hover': { background: 'var(--hover)' },
      },
      sizeSmall: { width: 'var(--control-tiny)', height: 'var(--control-tiny)' },
    },
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiMenu: {
    defaultProps: { transitionDuration: { enter: 120, exit: 80 } },
    styleOverrides: {
      paper: { borderRadius: 12, boxShadow: 'var(--elevation-2)', marginTop: 4 },
      list: { padding: 4 },
    },
  },
  MuiPopover: { styleOverrides: { paper: { borderRadius: 12, boxShadow: 'var(--elevation-2)' } } },
  MuiMenuItem: {
    defaultProps: { dense: true },
    styleOverrides: {
      root: {
        minHeight: 'var(--row)',
        padding: '0 8px',
        gap: 8,
        borderRadius: 6,
        fontSize: 13,
        '&.Mui-focusVisible': { ...focusRing, outlineOffset: -2, background: 'var(--hover)' },
        '&.Mui-selected, &.Mui-selected:hover': { background: 'var(--selected)' },
      },
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, enterNextDelay: 100, arrow: false },
    styleOverrides: {
      tooltip: {
        background: 'var(--ink)',
        color: 'var(--surface)',
        fontSize: 12,
        lineHeight: '16px',
        fontWeight: 400,
        padding: '4px 8px',
        borderRadius: 6,
      },
    },
  },
  MuiInputBase: {
    styleOverrides: {
      root: { fontSize: 13, lineHeight: '20px', '@media (pointer: coarse)': { fontSize: 16 } },
      input: { '&::placeholder': { color: 'var(--ink-3)', opacity: 1 } },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        background: 'var(--surface)',
        minHeight: control,
        padding: '0 8px',
        gap: 8,
        '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--field)', borderWidth: 1 },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--ink-2)' },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--accent)', borderWidth: 1 },
        '&.Mui-focused': focusRing,
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--bad)', borderWidth: 2 },
        '&.Mui-readOnly, &.Mui-disabled': { background: 'var(--sunken)', color: 'var(--ink-2)' },
        '&.Mui-readOnly .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--line)' },
        '&.Mui-disabled .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--line)' },
      },
      // MUI learns by an animation that the browser filled a field in, to move a label that we have above: each new field would be drawn twice.
      input: { padding: 0, height: 20, '&, &:-webkit-autofill': { animation: 'none' } },
      multiline: { padding: '6px 8px', alignItems: 'flex-start' },
    },
  },
  MuiSelect: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: { select: { minHeight: '20px !important' }, icon: { color: 'var(--ink-3)', right: 8 } },
  },
  MuiAutocomplete: {
    styleOverrides: {
      paper: { borderRadius: 12, boxShadow: 'var(--elevation-2)', marginTop: 4 },
      listbox: { padding: 4 },
      inputRoot: { padding: '0 8px !important', gap: 4 },
      input: { padding: '0 !important' },
      option: {
        borderRadius: 6,
        padding: '0 8px !important',
        minHeight: 'var(--row) !important',
        '&.Mui-focused': { background: 'var(--selected) !important' },
      },
    },
  },
  MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4, color: 'var(--field)' } } },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4, color: 'var(--field)' } } },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -4, gap: 4 } } },
  MuiDialog: {
    defaultProps: { maxWidth: 'xs', fullWidth: true },
    styleOverrides: { paper: { borderRadius: 12, boxShadow: 'var(--elevation-3)', maxWidth: 480 } },
  },
  MuiDialogTitle: { styleOverrides: { root: { padding: '16px 16px 8px', fontSize: 16, fontWeight: 600 } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '0 16px 16px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '0 16px 16px', gap: 8 } } },
  MuiDrawer: { styleOverrides: { paper: { boxShadow: 'var(--elevation-3)' } } },
  MuiLink: { defaultProps: { underline: 'hover' }, styleOverrides: { root: { color: 'var(--accent-ink)' } } },
};
