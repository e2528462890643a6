import type { TreeOption } from '@handoff/core/form/field-definition';
import { levelsOf, MOST_LEVELS } from '@handoff/core/form/option-tree';

/** Where an option is: the places of its ancestors from the root, and its own. */
export type OptionPath = readonly number[];

export interface OptionRow {
  path: OptionPath;
  option: TreeOption;
}

/** Options after a change, with where the one that was changed is now. */
export interface ChangedOptions {
  options: TreeOption[];
  path: OptionPath;
}

/** Every option in reading order; those below a folded one are left out. */
export const rowsOf = (
  options: readonly TreeOption[],
  isFolded: (value: string) => boolean = () => false,
  above: OptionPath = [],
): OptionRow[] =>
  options.flatMap((option, index) => {
    const path = [...above, index];
    return [{ path, option }, ...(isFolded(option.value) ? [] : rowsOf(option.children ?? [], isFolded, path))];
  });

/** A value that no option of the tree has: `option_7`. */
export function freeValue(options: readonly TreeOption[], taken: readonly string[] = []): string {
  const values = new Set([...rowsOf(options).map(({ option }) => option.value), ...taken]);
  for (let number = values.size + 1; ; number += 1) if (!values.has(`option_${number}`)) return `option_${number}`;
}

const withChildren = (option: TreeOption, children: TreeOption[]): TreeOption => {
  const { children: _before, ...rest } = option;
  return children.length > 0 ? { ...rest, children } : rest;
};

/** The tree with other siblings where the path leads. */
function withSiblings(
  options: readonly TreeOption[],
  path: OptionPath,
  change: (siblings: TreeOption[]) => TreeOption[],
): TreeOption[] {
  const [first = 0, ...rest] = path;
  if (rest.length === 0) return change([...options]);
  return options.map((option, index) =>
    index === first ? withChildren(option, withSiblings(option.children ?? [], rest, change)) : option,
  );
}

export function optionAt(options: readonly TreeOption[], path: OptionPath): TreeOption | undefined {
  const [first = 0, ...rest] = path;
  const option = options[first];
  return rest.length === 0 ? option : option && optionAt(option.children ?? [], rest);
}

const last = (path: OptionPath) => path.at(-1) ?? 0;
const parentOf = (path: OptionPath) => path.slice(0, -1);
const beside = (path: OptionPath, by: number) => [...parentOf(path), last(path) + by];

export const changeOption = (options: readonly TreeOption[], path: OptionPath, option: TreeOption): TreeOption[] =>
  withSiblings(options, path, (siblings) => siblings.with(last(path), option));

/** Adds options behind one, as its siblings. */
export function addBehind(options: readonly TreeOption[], path: OptionPath, added: TreeOption[]): ChangedOptions {
  const at = beside(path, 1);
  return { options: withSiblings(options, at, (siblings) => siblings.toSpliced(last(at), 0, ...added)), path: at };
}

/** Adds options below one, as its last children. */
export function addBelow(options: readonly TreeOption[], path: OptionPath, added: TreeOption[]): ChangedOptions {
  const children = optionAt(options, path)?.children ?? [];
  const at = [...path, children.length];
  return { options: withSiblings(options, at, (siblings) => [...siblings, ...added]), path: at };
}

/** Takes an option out with all below it; the last one of all stays. */
export function removeOption(options: readonly TreeOption[], path: OptionPath): ChangedOptions {
  if (path.length === 1 && options.length === 1) return { options: [...options], path };
  const rest = withSiblings(options, path, (siblings) => siblings.toSpliced(last(path), 1));
  const before = last(path) > 0 ? beside(path, -1) : path.length > 1 ? parentOf(path) : path;
  return { options: rest, path: before };
}

/** Moves an option one place among its siblings. */
export function moveOption(options: readonly TreeOption[], path: OptionPath, by: 1 | -1): ChangedOptions {
  const [option, other] = [optionAt(options, path), optionAt(options, beside(path, by))];
  if (!option || !other || last(path) + by < 0) return { options: [...options], path };
  const moved = withSiblings(options, path, (siblings) =>
    siblings.with(last(path), other).with(last(path) + by, option),
  );
  return { options: moved, path: beside(path, by) };
}

/** Puts an option below the sibling before it, where that is not too deep. */
export function indentOption(
  options: readonly TreeOption[],
  path: OptionPath,
  mostLevels = MOST_LEVELS,
): ChangedOptions {
  const option = optionAt(options, path);
  const isDeep = option ? path.length + levelsOf([option]) > mostLevels : true;
  if (!option || last(path) === 0 || isDeep) return { options: [...options], path };
  const rest = withSiblings(options, path, (siblings) => siblings.toSpliced(last(path), 1));
  return addBelow(rest, beside(path, -1), [option]);
}

/** Puts an option behind its parent. */
export function outdentOption(options: readonly TreeOption[], path: OptionPath): ChangedOptions {
  const option = optionAt(options, path);
  if (!option || path.length === 1) return { options: [...options], path };
  const rest = withSiblings(options, path, (siblings) => siblings.toSpliced(last(path), 1));
  return addBehind(rest, parentOf(path), [option]);
}
