import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { icalPreviewInput } from './holiday-list-input.ts';
import { readIcal, type IcalDays } from './read-ical.ts';

/** What a calendar file would add, from this year on. Throws ValidationError if it is none, or too large. */
export function previewIcal(context: Context, input: z.input<typeof icalPreviewInput>): IcalDays {
  requirePermission(context.actor, 'calendar.manage');
  const { text, zone } = parseInput(icalPreviewInput, input);
  return readIcal(text, { zone, from: context.now() });
}
