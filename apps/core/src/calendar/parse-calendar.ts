import { ValidationError } from '../platform/errors.ts';
import { schemaFaults } from '../platform/schema-faults.ts';
import { calendarDefinition, type CalendarDefinition } from './calendar-definition.ts';
import { checkCalendar } from './check-calendar.ts';

/** Reads a calendar's definition. Throws ValidationError that names every fault, with paths into the definition. */
export function parseCalendar(input: unknown): CalendarDefinition {
  const parsed = calendarDefinition.safeParse(input);
  const faults = parsed.success ? checkCalendar(parsed.data) : schemaFaults(parsed.error, input);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new ValidationError(
    faults.map((fault) => ({
      path: ['definition', ...fault.path.map(String)],
      code: fault.code,
      message: fault.message,
    })),
  );
}
