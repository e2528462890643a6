import { expect, it } from 'vitest';
import { chooseColumns, moveInOrder } from './choose-columns.ts';
import type { RecordColumn } from '../record-column.ts';

const columns: RecordColumn<null>[] = ['number', 'title', 'due'].map((id) => ({
  id,
  header: id,
  track: '1fr',
  cell: () => null,
  onPhone: id === 'title' ? 'title' : 'detail',
}));
const idsOf = (chosen: string[] | null) => chooseColumns(columns, chosen).map(({ id }) => id);

it('shows the chosen columns in their order, and always the one that opens the row', () => {
  expect(idsOf(null)).toEqual(['number', 'title', 'due']);
  expect(idsOf(['due', 'title'])).toEqual(['due', 'title']);
  expect(idsOf(['due'])).toEqual(['title', 'due']);
  expect(idsOf(['gone', 'number'])).toEqual(['title', 'number']);
  expect(idsOf([])).toEqual(['title']);
});

it('shows an optional column only to who chose it', () => {
  const all = [...columns, { id: 'brand', header: 'brand', track: '1fr', cell: () => null, isOptional: true }];
  expect(chooseColumns(all, null).map(({ id }) => id)).toEqual(['number', 'title', 'due']);
  expect(chooseColumns(all, ['title', 'brand']).map(({ id }) => id)).toEqual(['title', 'brand']);
});

it('moves a column by one place, as far as there are places', () => {
  expect(moveInOrder(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moveInOrder(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moveInOrder(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moveInOrder(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
});
