import { expect, it } from 'vitest';
import { inChosenOrder, noChoices, readChoices } from './view-choices.ts';

const views = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

it('puts placed views first, and leaves the others as they come', () => {
  expect(idsOf(inChosenOrder(views, { ...noChoices, order: ['d', 'gone', 'b'] }))).toEqual(['d', 'b', 'a', 'c']);
});

it('reads what is stored, and nothing from what is not such', () => {
  const stored = { order: ['a', 1], hidden: [], start: 'a', columns: { a: ['x'] } };
  expect(readChoices(stored)).toEqual({ order: ['a'], hidden: [], start: 'a', columns: { a: ['x'] } });
  expect(readChoices(null)).toEqual(noChoices);
  expect(readChoices({ columns: 3 })).toEqual(noChoices);
});
