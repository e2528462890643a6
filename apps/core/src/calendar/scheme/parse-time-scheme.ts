import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { fault, type Fault } from '../../platform/fault.ts';
import { schemaFaults } from '../../platform/schema-faults.ts';
import { timeSchemeDefinition, type TimeSchemeDefinition } from './time-scheme-definition.ts';

/** Reads a scheme's definition. Throws ValidationError that names every fault: shape, keys used twice, unknown calendars. */
export async function parseTimeScheme(context: Context, input: unknown): Promise<TimeSchemeDefinition> {
  const parsed = timeSchemeDefinition.safeParse(input);
  const faults = parsed.success ? await checkTimeScheme(context, parsed.data) : schemaFaults(parsed.error, input);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new ValidationError(
    faults.map(({ path, code, message }) => ({ path: ['definition', ...path.map(String)], code, message })),
  );
}

async function checkTimeScheme(context: Context, { branches, otherwise }: TimeSchemeDefinition): Promise<Fault[]> {
  const named = branches.map(({ calendar }) => calendar);
  const rows = await context.db.selectFrom('calendar').select('key').where('key', 'in', named).execute();
  const known = rows.map(({ key }) => key);
  const keys = [...branches.map(({ key }) => key), otherwise.key];
  return [
    ...branches.flatMap(({ calendar }, index) =>
      known.includes(calendar)
        ? []
        : [
            fault(
              ['branches', index, 'calendar'],
              'not_found',
              `There is no calendar “${calendar}”. Choose another one.`,
              `没有标识为“${calendar}”的日历，请另选。`,
            ),
          ],
    ),
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index
        ? []
        : [
            fault(
              index < branches.length ? ['branches', index, 'key'] : ['otherwise', 'key'],
              'duplicate',
              `The key “${key}” is used twice. Choose another one.`,
              `标识“${key}”重复，请换一个。`,
            ),
          ],
    ),
  ];
}
