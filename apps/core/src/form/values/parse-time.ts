import { z } from 'zod';
import type { FieldOf } from '../field-definition.ts';
import { accepted, refused, type ParsedValue } from './parsed-value.ts';

const date = z.iso.date();
const datetime = z.iso.datetime({ offset: true });

/** A calendar day, YYYY-MM-DD. */
export function parseDate(field: FieldOf<'date'>, raw: unknown): ParsedValue {
  if (raw === '') return accepted(null);
  const parsed = date.safeParse(raw);
  if (!parsed.success) return refused('not_a_date', 'Enter a date as YYYY-MM-DD.', '请输入日期,格式为 YYYY-MM-DD。');
  if (field.min && parsed.data < field.min)
    return refused('too_early', `Not before ${field.min}.`, `不能早于 ${field.min}。`);
  if (field.max && parsed.data > field.max)
    return refused('too_late', `Not after ${field.max}.`, `不能晚于 ${field.max}。`);
  return accepted(parsed.data);
}

/** An instant with its offset, kept in UTC. */
export function parseDateTime(raw: unknown): ParsedValue {
  if (raw === '') return accepted(null);
  const parsed = datetime.safeParse(raw);
  if (parsed.success) return accepted(new Date(parsed.data).toISOString());
  return refused(
    'not_a_time',
    'Enter a date and time with its offset, e.g. 2026-05-01T09:00:00+08:00.',
    '请输入带时区的日期时间,例如 2026-05-01T09:00:00+08:00。',
  );
}
