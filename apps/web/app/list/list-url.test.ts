import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filterOperators, readListUrl, writeListUrl, type ListState } from './list-url.ts';

const comparison = fc.record({
  field: fc.stringMatching(/^[a-z][A-Za-z0-9_-]{0,12}$/),
  operator: fc.constantFrom(...filterOperators),
  values: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }),
});

const filter = fc.oneof(
  comparison,
  fc.tuple(comparison, fc.array(comparison, { minLength: 1, maxLength: 3 })).map(([first, or]) => ({ ...first, or })),
);

const state: fc.Arbitrary<ListState> = fc.record({
  view: fc.option(fc.string({ minLength: 1 })),
  filters: fc.option(fc.array(filter, { maxLength: 4 })),
  sort: fc.option(fc.record({ column: fc.stringMatching(/^[a-z]\w{0,8}$/), isDescending: fc.boolean() })),
  query: fc.string(),
});

it('reads back every state that it writes', () => {
  fc.assert(
    fc.property(state, (written) => {
      expect(readListUrl(new URLSearchParams(writeListUrl(written).toString()))).toEqual(written);
    }),
  );
});

it('reads as a person would write it', () => {
  const read = readListUrl(
    new URLSearchParams('view=open&f=status.not:completed&f=type.any:repair|complaint&sort=-due'),
  );
  expect(read.filters).toEqual([
    { field: 'status', operator: 'not', values: ['completed'] },
    { field: 'type', operator: 'any', values: ['repair', 'complaint'] },
  ]);
  expect(read.sort).toEqual({ column: 'due', isDescending: true });
});

it('reads what may hold in place of another', () => {
  expect(readListUrl(new URLSearchParams('f=status.any:open||due.empty:1&f=type.any:repair')).filters).toEqual([
    { field: 'status', operator: 'any', values: ['open'], or: [{ field: 'due', operator: 'empty', values: ['1'] }] },
    { field: 'type', operator: 'any', values: ['repair'] },
  ]);
});

it('leaves out what it cannot read', () => {
  expect(readListUrl(new URLSearchParams('f=nonsense&f=status.almost:done')).filters).toEqual([]);
});
