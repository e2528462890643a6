import type { Values } from '../condition/condition.ts';
import type { Expression } from './expression.ts';
import { operandsOf } from './expression-fields.ts';
import type { FieldOf } from './field-definition.ts';
import { roundTo } from './values/parse-number.ts';

/** The value of a formula field: empty fields count as 0; a division by 0 or an endless number gives null. */
export function evaluateFormula(field: FieldOf<'formula'>, values: Values): number | null {
  const result = evaluate(field.expression, values);
  if (!Number.isFinite(result)) return null;
  return roundTo(result, field.result === 'amount' ? 0 : (field.precision ?? 2));
}

function evaluate(tree: Expression, values: Values): number {
  if ('constant' in tree) return tree.constant;
  if ('field' in tree) return numberOf(values[tree.field]);
  if ('linesTotal' in tree) return sumOfLines(values[tree.linesTotal], 'amountMinor');
  if ('linesQuantity' in tree) return sumOfLines(values[tree.linesQuantity], 'quantity');
  const operands = operandsOf(tree).map((operand) => evaluate(operand, values));
  if ('sum' in tree) return operands.reduce((total, operand) => total + operand, 0);
  if ('product' in tree) return operands.reduce((total, operand) => total * operand, 1);
  const [left = 0, right = 0] = operands;
  return 'difference' in tree ? left - right : left / right;
}

function sumOfLines(lines: unknown, part: 'amountMinor' | 'quantity'): number {
  if (!Array.isArray(lines)) return 0;
  return lines.reduce((total: number, line: unknown) => total + numberOf(partOf(line, part)), 0);
}

function partOf(line: unknown, part: string): unknown {
  return typeof line === 'object' && line !== null ? Reflect.get(line, part) : undefined;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
