import type { Condition, ConditionLeaf, Operator, ValueKind } from '@handoff/core/condition/condition';
import { OPERATORS_OF_KIND, operandOf } from '@handoff/core/condition/operators';
import type { PickerChoice } from '~/form/picker-input.tsx';
import type { SelectOption } from '~/form/select-input.tsx';

/** A field that a condition may read. */
export interface ConditionField {
  key: string;
  label: string;
  kind: ValueKind;
  /** What a choice may be. */
  options?: readonly SelectOption[];
  /** Digits after the point that a stored whole number holds: 2 for amounts in fen. */
  minorDigits?: number;
  /** Finds the records that a reference may name. */
  find?: (query: string) => Promise<PickerChoice[]>;
  /** What those that are named already are called, by their ids. */
  names?: Readonly<Record<string, string>>;
}

/** Parts of which all or any must hold. */
export interface ConditionGroup {
  mode: 'all' | 'any';
  parts: readonly Condition[];
}

export const isLeaf = (part: Condition): part is ConditionLeaf => 'field' in part;

/** A condition as the group that is edited: a single sentence is a group of one. */
export function readGroup(value: Condition | undefined): ConditionGroup {
  if (!value) return { mode: 'all', parts: [] };
  if ('any' in value) return { mode: 'any', parts: value.any };
  return { mode: 'all', parts: 'all' in value ? value.all : [value] };
}

/** The group as a condition; one without parts says nothing and is none. */
export function writeGroup({ mode, parts }: ConditionGroup): Condition | undefined {
  const [first] = parts;
  if (!first) return undefined;
  if (mode === 'any') return { any: [...parts] };
  return parts.length === 1 && isLeaf(first) ? first : { all: [...parts] };
}

/** The group with another part at `index`; undefined takes it out. */
export function withPart(group: ConditionGroup, index: number, part: Condition | undefined): ConditionGroup {
  return { ...group, parts: part ? group.parts.with(index, part) : group.parts.toSpliced(index, 1) };
}

/** A sentence about a field with the comparison that people want first and nothing yet to compare with. */
export const leafAbout = ({ key, kind }: ConditionField): ConditionLeaf => ({
  field: key,
  op: OPERATORS_OF_KIND[kind][0] ?? 'is_not_empty',
});

/** The same sentence about another field. What it compares with stays only where both fields mean the same by it. */
export function withField(
  leaf: ConditionLeaf,
  before: ConditionField | undefined,
  field: ConditionField,
): ConditionLeaf {
  if (!OPERATORS_OF_KIND[field.kind].includes(leaf.op)) return leafAbout(field);
  const isAlike = before?.kind === field.kind && !field.options && !before.options && !field.find;
  if (isAlike) return { ...leaf, field: field.key };
  return { field: field.key, op: leaf.op };
}

/** The same sentence with another comparison, with as much of its value as fits. */
export function withOperator({ field, op, value }: ConditionLeaf, next: Operator): ConditionLeaf {
  const operand = operandOf(next);
  if (operand === 'none' || value === undefined) return { field, op: next };
  if (operand === operandOf(op)) return { field, op: next, value };
  if (operand === 'many') return { field, op: next, value: [value].flat() };
  return withValue({ field, op: next }, [value].flat()[0]);
}

/** The same sentence with another value; undefined or an empty list is none. */
export function withValue({ field, op }: ConditionLeaf, value: ConditionLeaf['value']): ConditionLeaf {
  const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
  return isNothing ? { field, op } : { field, op, value };
}

/** What was typed into a list of values, one after a comma. */
export function readList(text: string, kind: ValueKind): (string | number)[] {
  const parts = text.split(/[,，、]/).map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => (kind === 'number' && Number.isFinite(Number(part)) ? Number(part) : part));
}
