import { expect, it } from 'vitest';
import { conflictsWith, keysOf, resolveKeys, shortcutNames } from './shortcut-catalogue.ts';

it('has no two usual keys that collide where both act', () => {
  expect(shortcutNames.flatMap((name) => conflictsWith(name, keysOf(name, {}), {}))).toEqual([]);
});

it('presses other keys where a person chose them, none where it is off, and the usual ones else', () => {
  const keyboard = { 'list.next': 'n', 'list.select': null, 'list.view': 'w' };
  expect(resolveKeys('list.next', keyboard, true)).toBe('n');
  expect(resolveKeys('list.select', keyboard, true)).toBeNull();
  expect(resolveKeys('list.previous', keyboard, true)).toBe('k');
  expect(resolveKeys('list.view 3', keyboard, true)).toBe('w 3');
});

it('leaves chords, F-keys and Escape when single keys are off', () => {
  expect(resolveKeys('list.next', {}, false)).toBeNull();
  expect(resolveKeys('go.tickets', {}, false)).toBeNull();
  expect(['mod+k', 'shift+F8', 'Escape'].map((keys) => resolveKeys(keys, {}, false))).toEqual([
    'mod+k',
    'shift+F8',
    'Escape',
  ]);
});

it('names what collides: the same keys in the same place or everywhere, and the beginning of a sequence', () => {
  expect(conflictsWith('list.next', 'k', {})).toEqual(['list.previous']);
  expect(conflictsWith('list.next', 'c', {})).toEqual(['newTicket']);
  expect(conflictsWith('list.next', 'g', {})).toEqual(['go.workbench', 'go.tickets', 'go.calls', 'go.customers']);
  expect(conflictsWith('list.next', 'b', {})).toEqual([]);
  expect(conflictsWith('list.next', 'k', { 'list.previous': null })).toEqual([]);
  expect(conflictsWith('newTicket', 'b', {})).toEqual(['ticket.rollBack']);
});
