import { z } from 'zod';
import { wordsUpTo } from '../../platform/text/localized-text.ts';
import { recordKey, stableKey } from '../../platform/text/stable-key.ts';
import type { CalendarDefinition } from '../calendar-definition.ts';
import { isOpen } from '../service-time.ts';

const label = wordsUpTo(60);

/** Named branches over calendars: the first whose calendar is open is the one that counts, else `otherwise`. */
export const timeSchemeDefinition = z.strictObject({
  branches: z
    .array(z.strictObject({ key: stableKey, label, calendar: recordKey }))
    .min(1)
    .max(20),
  otherwise: z.strictObject({ key: stableKey, label }),
});

export type TimeSchemeDefinition = z.infer<typeof timeSchemeDefinition>;

/** The key of the branch that counts at an instant. A calendar that is gone is never open. */
export function branchAt(
  scheme: TimeSchemeDefinition,
  calendars: ReadonlyMap<string, CalendarDefinition>,
  at: Date,
): string {
  const open = scheme.branches.find((branch) => {
    const calendar = calendars.get(branch.calendar);
    return calendar !== undefined && isOpen(calendar, at);
  });
  return (open ?? scheme.otherwise).key;
}
