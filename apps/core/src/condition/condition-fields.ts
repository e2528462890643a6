import type { Condition, ConditionLeaf } from './condition.ts';

/** The leaves of a condition, from left to right. */
export function leavesOf(tree: Condition): ConditionLeaf[] {
  if ('all' in tree) return tree.all.flatMap(leavesOf);
  if ('any' in tree) return tree.any.flatMap(leavesOf);
  if ('not' in tree) return leavesOf(tree.not);
  return [tree];
}

/** The keys of the fields that a condition reads, each once. */
export function fieldsOf(tree: Condition): string[] {
  return [...new Set(leavesOf(tree).map((leaf) => leaf.field))];
}
