import { fault, type Fault, type FaultPath } from '../platform/fault.ts';
import type { Condition, ConditionLeaf, Kinds, ValueKind } from './condition.ts';
import { OPERATORS_OF_KIND, operandOf } from './operators.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Names every leaf that reads an unknown field, uses an operator that does not fit, or compares with a wrong value. */
export function checkCondition(tree: Condition, kinds: Kinds, path: FaultPath = []): Fault[] {
  if ('all' in tree) return tree.all.flatMap((part, index) => checkCondition(part, kinds, [...path, 'all', index]));
  if ('any' in tree) return tree.any.flatMap((part, index) => checkCondition(part, kinds, [...path, 'any', index]));
  if ('not' in tree) return checkCondition(tree.not, kinds, [...path, 'not']);
  return checkLeaf(tree, kinds, path);
}

function checkLeaf(leaf: ConditionLeaf, kinds: Kinds, path: FaultPath): Fault[] {
  const kind = Object.hasOwn(kinds, leaf.field) ? kinds[leaf.field] : undefined;
  if (!kind) {
    return [
      fault(
        [...path, 'field'],
        'unknown_field',
        `The condition reads the field “${leaf.field}”, which does not exist. Choose an existing field.`,
        `条件引用了不存在的字段“${leaf.field}”,请选择已有字段。`,
      ),
    ];
  }
  const fitting = OPERATORS_OF_KIND[kind];
  if (!fitting.includes(leaf.op)) {
    return [
      fault(
        [...path, 'op'],
        'operator_does_not_fit',
        `“${leaf.op}” does not fit the field “${leaf.field}”. Use one of: ${fitting.join(', ')}.`,
        `运算符“${leaf.op}”不适用于字段“${leaf.field}”,可用:${fitting.join('、')}。`,
      ),
    ];
  }
  return valueFits(leaf, kind) ? [] : [wrongValue(leaf, path)];
}

function valueFits({ op, value }: ConditionLeaf, kind: ValueKind): boolean {
  switch (operandOf(op)) {
    case 'none':
      return value === undefined;
    case 'many':
      return Array.isArray(value) && value.length > 0 && value.every((one) => scalarFits(one, kind));
    case 'one':
      return value !== undefined && !Array.isArray(value) && scalarFits(value, kind);
  }
}

function scalarFits(value: unknown, kind: ValueKind): boolean {
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'boolean') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (kind === 'date') return DATE.test(value);
  return kind !== 'datetime' || !Number.isNaN(Date.parse(value));
}

function wrongValue({ field, op }: ConditionLeaf, path: FaultPath): Fault {
  return fault(
    [...path, 'value'],
    'value_does_not_fit',
    `The value compared with “${field}” by “${op}” is missing or of the wrong type.`,
    `字段“${field}”用“${op}”比较时,比较值缺失或类型不对。`,
  );
}
