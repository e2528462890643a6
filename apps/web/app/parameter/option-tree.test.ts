import { expect, it } from 'vitest';
import { inTreeOrder } from './option-tree.ts';

const option = (id: string, parent?: string) => ({ id, parent: parent ? { id: parent } : null });

it('puts each value below the one that it belongs under', () => {
  const options = [option('b'), option('a'), option('b1', 'b'), option('a1', 'a'), option('b11', 'b1')];
  expect(inTreeOrder(options).map(({ option: { id }, level }) => `${level}${id}`)).toEqual([
    '0b',
    '1b1',
    '2b11',
    '0a',
    '1a1',
  ]);
});

it('loses no value whose parent is not there', () => {
  expect(inTreeOrder([option('a', 'gone')])).toHaveLength(1);
});
