import type { TreeOption } from '@handoff/core/form/field-definition';
import { checkOptionTree, levelsOf } from '@handoff/core/form/option-tree';
import { describe, expect, it } from 'vitest';
import {
  addBehind,
  addBelow,
  freeValue,
  indentOption,
  moveOption,
  outdentOption,
  removeOption,
  rowsOf,
} from './edit-options.ts';
import { readOptionList } from './read-option-list.ts';

const named = (text: string): TreeOption => ({ value: text.toLowerCase(), label: { en: text, zh: text } });
/** The tree as indented text. */
const drawn = (options: readonly TreeOption[]) =>
  rowsOf(options)
    .map(({ path, option }) => `${'-'.repeat(path.length - 1)}${option.label.en}`)
    .join(' ');
const tree = readOptionList('Home\n  Kitchen\n    Fridge\n    Oven\n  Bath\nOffice');

describe('a tree of options', () => {
  it('grows beside and below', () => {
    expect(drawn(addBehind(tree, [0, 0], [named('Hall')]).options)).toBe(
      'Home -Kitchen --Fridge --Oven -Hall -Bath Office',
    );
    const { options, path } = addBelow(tree, [0, 0, 1], [named('Gas')]);
    expect(drawn(options)).toBe('Home -Kitchen --Fridge --Oven ---Gas -Bath Office');
    expect(path).toEqual([0, 0, 1, 0]);
  });

  it('is indented and outdented, and stays where it can be neither', () => {
    expect(drawn(indentOption(tree, [0, 1]).options)).toBe('Home -Kitchen --Fridge --Oven --Bath Office');
    expect(drawn(outdentOption(tree, [0, 0, 1]).options)).toBe('Home -Kitchen --Fridge -Oven -Bath Office');
    expect(indentOption(tree, [0]).options).toEqual(tree);
    expect(outdentOption(tree, [1]).options).toEqual(tree);
    expect(indentOption(tree, [1], 1).options).toEqual(tree);
  });

  it('is moved with what is below it, and never loses its last option', () => {
    expect(drawn(moveOption(tree, [0, 0], 1).options)).toBe('Home -Bath -Kitchen --Fridge --Oven Office');
    expect(moveOption(tree, [0, 0], -1).options).toEqual(tree);
    expect(drawn(removeOption(tree, [0, 0]).options)).toBe('Home -Bath Office');
    expect(removeOption([named('One')], [0]).options).toHaveLength(1);
    expect(removeOption(tree, [0, 0]).path).toEqual([0]);
  });

  it('names what is new', () => {
    expect(rowsOf(tree).map(({ option }) => option.value)).not.toContain(freeValue(tree));
  });
});

describe('a pasted list', () => {
  it('is read as CSV paths, quotes and all, in both languages', () => {
    const read = readOptionList('Home | 家,Kitchen,"Fridge, big"\nHome | 家,Bath\nOffice');
    expect(drawn(read)).toBe('Home -Kitchen --Fridge, big -Bath Office');
    expect(read[0]).toMatchObject({ value: 'home', label: { en: 'Home', zh: '家' } });
  });

  it('gives values that are free and sound', () => {
    const read = readOptionList('家\n  厨房\n  厨房用品\nHome\n', ['home']);
    expect(rowsOf(read).map(({ option }) => option.value)).toEqual(['option', 'option_2', 'option_3', 'home_2']);
    expect(checkOptionTree(read)).toEqual([]);
  });
});

it('names what is wrong with a tree: twice among siblings, too deep', () => {
  const twice = [{ ...named('A'), children: [named('B'), named('B')] }];
  expect(checkOptionTree(twice)).toMatchObject([{ path: [0, 'children', 1, 'value'], code: 'duplicate' }]);
  let deep = named('leaf');
  for (let level = 0; level < 10; level += 1) deep = { ...named(`l${level}`), children: [deep] };
  expect(levelsOf([deep])).toBe(11);
  expect(checkOptionTree([deep])).toMatchObject([{ code: 'too_deep' }]);
});
