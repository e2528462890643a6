import type { FieldOf } from '../field-definition.ts';
import { accepted, refused, type ParsedValue } from './parsed-value.ts';

/** A finite number within the field's range and with no more decimals than it allows. */
export function parseNumber(field: FieldOf<'number'>, raw: unknown): ParsedValue {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return refused('wrong_type', 'Enter a number.', '请输入数字。');
  if (field.precision !== undefined && roundTo(raw, field.precision) !== raw) {
    const { precision } = field;
    return refused('too_precise', `Use at most ${precision} decimals.`, `最多 ${precision} 位小数。`);
  }
  return withinRange(raw, field.min, field.max);
}

/** An amount in whole minor units (fen, cents). */
export function parseAmount(field: FieldOf<'amount'>, raw: unknown): ParsedValue {
  if (!Number.isSafeInteger(raw)) return refused('wrong_type', 'Enter an amount.', '请输入金额。');
  return withinRange(Number(raw), field.minMinor, field.maxMinor);
}

function withinRange(value: number, minimum = -Infinity, maximum = Infinity): ParsedValue {
  if (value < minimum) return refused('too_small', `Enter at least ${minimum}.`, `不能小于 ${minimum}。`);
  if (value > maximum) return refused('too_big', `Enter at most ${maximum}.`, `不能大于 ${maximum}。`);
  return accepted(value);
}

/** Rounds half away from zero at a number of decimals, as people do on paper. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  return (Math.sign(value) * Math.round(scaled * (1 + Number.EPSILON))) / scale;
}
