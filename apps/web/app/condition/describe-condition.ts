import type { Condition, ConditionLeaf, Operator } from '@handoff/core/condition/condition';
import type { ConditionField } from './edit-condition.ts';

/** How a language says the parts of a condition. */
export interface ConditionWords {
  operator: (operator: Operator) => string;
  /** Between parts: " and ", " or ". */
  all: string;
  any: string;
  /** Between several values. */
  separator: string;
  not: (inner: string) => string;
  yes: string;
  no: string;
  /** In place of a value that is still missing. */
  nothing: string;
}

/** A condition as one sentence; parts in parts stand in brackets. */
export function describeCondition(
  tree: Condition,
  fields: readonly ConditionField[],
  words: ConditionWords,
  isInner = false,
): string {
  if ('not' in tree) return words.not(describeCondition(tree.not, fields, words));
  if ('field' in tree) return describeLeaf(tree, fields, words);
  const [parts, joint] = 'all' in tree ? [tree.all, words.all] : [tree.any, words.any];
  const text = parts.map((part) => describeCondition(part, fields, words, true)).join(joint);
  return isInner && parts.length > 1 ? `(${text})` : text;
}

function describeLeaf(leaf: ConditionLeaf, fields: readonly ConditionField[], words: ConditionWords): string {
  const field = fields.find(({ key }) => key === leaf.field);
  const start = `${field?.label ?? leaf.field} ${words.operator(leaf.op)}`;
  if (leaf.op === 'is_empty' || leaf.op === 'is_not_empty') return start;
  if (leaf.value === undefined) return `${start} ${words.nothing}`;
  const values = [leaf.value].flat().map((value) => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return String(value / 10 ** (field?.minorDigits ?? 0));
    return field?.options?.find((option) => option.value === value)?.label ?? field?.names?.[value] ?? value;
  });
  return `${start} ${values.join(words.separator)}`;
}
