import { ValidationError } from '../../platform/errors.ts';
import { schemaFaults } from '../../platform/schema-faults.ts';
import { checkDays } from '../check-calendar.ts';
import { holidayListDefinition, type HolidayListDefinition } from './holiday-list-definition.ts';

/** Reads a list's definition. Throws ValidationError that names every fault, with paths into the definition. */
export function parseHolidayList(input: unknown): HolidayListDefinition {
  const parsed = holidayListDefinition.safeParse(input);
  const faults = parsed.success ? checkDays(parsed.data) : schemaFaults(parsed.error, input);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new ValidationError(
    faults.map(({ path, code, message }) => ({ path: ['definition', ...path.map(String)], code, message })),
  );
}
