import type { FieldOf } from '../field-definition.ts';
import { accepted, refused, type ParsedValue } from './parsed-value.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A day that the calendar has: no 30 February. */
function isDay(text: string): boolean {
  if (!DATE.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A calendar day, YYYY-MM-DD. */
export function parseDate(field: FieldOf<'date'>, raw: unknown): ParsedValue {
  if (raw === '') return accepted(null);
  if (typeof raw !== 'string' || !isDay(raw))
    return refused('not_a_date', 'Enter a date as YYYY-MM-DD.', '请输入日期,格式为 YYYY-MM-DD。');
  if (field.min && raw < field.min) return refused('too_early', `Not before ${field.min}.`, `不能早于 ${field.min}。`);
  if (field.max && raw > field.max) return refused('too_late', `Not after ${field.max}.`, `不能晚于 ${field.max}。`);
  return accepted(raw);
}

/** An instant with its offset, kept in UTC. */
export function parseDateTime(raw: unknown): ParsedValue {
  if (raw === '') return accepted(null);
  if (typeof raw === 'string' && isDay(raw.slice(0, 10)) && raw[10] === 'T' && TIME.test(raw.slice(11))) {
    return accepted(new Date(raw).toISOString());
  }
  return refused(
    'not_a_time',
    'Enter a date and time with its offset, e.g. 2026-05-01T09:00:00+08:00.',
    '请输入带时区的日期时间,例如 2026-05-01T09:00:00+08:00。',
  );
}
