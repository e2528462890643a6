import { fault, under, type Fault } from '../platform/fault.ts';
import type { TreeOption } from './field-definition.ts';

/** How deep a tree of options may be, and how many options it may have. */
export const MOST_LEVELS = 10;
export const MOST_TREE_OPTIONS = 5000;

/** The number of levels of a tree of options. */
export const levelsOf = (options: readonly TreeOption[]): number =>
  options.reduce((most, { children = [] }) => Math.max(most, 1 + levelsOf(children)), 0);

const countOf = (options: readonly TreeOption[]): number =>
  options.reduce((sum, { children = [] }) => sum + 1 + countOf(children), 0);

/** What is wrong with a tree of options: one twice among its siblings, too many levels, too many options. */
export function checkOptionTree(options: readonly TreeOption[]): Fault[] {
  const found = checkSiblings(options);
  if (levelsOf(options) > MOST_LEVELS) {
    found.push(
      fault(
        [],
        'too_deep',
        `A choice has at most ${MOST_LEVELS} levels. Move the deepest options up.`,
        `选项最多 ${MOST_LEVELS} 级,请上移最深的选项。`,
      ),
    );
  }
  if (countOf(options) > MOST_TREE_OPTIONS) {
    found.push(
      fault(
        [],
        'too_many',
        `A choice has at most ${MOST_TREE_OPTIONS} options in all its levels.`,
        `选项各级合计最多 ${MOST_TREE_OPTIONS} 个。`,
      ),
    );
  }
  return found;
}

function checkSiblings(options: readonly TreeOption[]): Fault[] {
  const seen = new Set<string>();
  return options.flatMap(({ value, children = [] }, index) => {
    const isAgain = seen.has(value);
    seen.add(value);
    return [
      ...(isAgain
        ? [
            fault(
              [index, 'value'],
              'duplicate',
              `“${value}” is used twice. Give each its own.`,
              `“${value}”重复,请使用不同的名称。`,
            ),
          ]
        : []),
      ...under([index, 'children'], checkSiblings(children)),
    ];
  });
}
