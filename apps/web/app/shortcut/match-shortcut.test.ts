import { describe, expect, it } from 'vitest';
import { isSingleKey, nameKeyPress, showKeys, type KeyPress } from './match-shortcut.ts';

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...change,
});

describe('nameKeyPress', () => {
  it('names letters, chords, function keys and symbols', () => {
    expect(nameKeyPress(press({ key: 'j' }), false)).toBe('j');
    expect(nameKeyPress(press({ key: 'C', shiftKey: true }), false)).toBe('shift+c');
    expect(nameKeyPress(press({ key: 'k', ctrlKey: true }), false)).toBe('mod+k');
    expect(nameKeyPress(press({ key: 'k', metaKey: true }), true)).toBe('mod+k');
    expect(nameKeyPress(press({ key: 'F8', shiftKey: true }), false)).toBe('shift+F8');
    expect(nameKeyPress(press({ key: '?', shiftKey: true }), false)).toBe('?');
    expect(nameKeyPress(press({ key: ' ' }), false)).toBe('Space');
  });

  it('takes the place of the key where an input method is on, and nothing while it composes', () => {
    expect(nameKeyPress(press({ key: 'Process', code: 'KeyJ' }), false)).toBe('j');
    expect(nameKeyPress(press({ key: 'j', isComposing: true }), false)).toBeNull();
  });

  it('leaves Alt chords, lone modifiers and the other platform’s modifier alone', () => {
    expect(nameKeyPress(press({ key: 'd', altKey: true }), false)).toBeNull();
    expect(nameKeyPress(press({ key: 'Shift', shiftKey: true }), false)).toBeNull();
    expect(nameKeyPress(press({ key: 'k', ctrlKey: true }), true)).toBeNull();
  });
});

it('knows which keys type', () => {
  expect(['j', 'shift+c', '?', 'Escape'].every(isSingleKey)).toBe(true);
  expect(['mod+k', 'F8', 'shift+F9'].some(isSingleKey)).toBe(false);
});

it('shows keys as people read them', () => {
  expect(showKeys('mod+shift+Enter', false)).toBe('Ctrl ⇧ ↵');
  expect(showKeys('mod+k', true)).toBe('⌘ K');
  expect(showKeys('g t', false)).toBe('G T');
});
