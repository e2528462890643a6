import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { recordKey } from '../platform/text/stable-key.ts';

const name = z.string().trim().min(1).max(100);
const definition = z
  .unknown()
  .meta({ description: 'The whole definition: zone, weekly spans, holidays and special days.' });

export const createCalendarInput = z.object({ key: recordKey, name, definition });

export const updateCalendarInput = z.object({
  calendarId: idOf('Calendar'),
  expectedVersion: z.int().min(1),
  name: name.optional(),
  definition: definition.optional(),
});
