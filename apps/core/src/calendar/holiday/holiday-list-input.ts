import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { recordKey } from '../../platform/text/stable-key.ts';
import { calendarDefinition } from '../calendar-definition.ts';

const name = z.string().trim().min(1).max(100);
const definition = z.unknown().meta({ description: 'The whole list: days off, and days that make up for them.' });

export const createHolidayListInput = z.object({ key: recordKey, name, definition: definition.optional() });

export const updateHolidayListInput = z.object({
  holidayListId: idOf('HolidayList'),
  expectedVersion: z.int().min(1),
  name: name.optional(),
  definition: definition.optional(),
});

export const deleteHolidayListInput = z.object({
  holidayListId: idOf('HolidayList'),
  expectedVersion: z.int().min(1),
});

export const publicHolidaysInput = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'use two capital letters such as GB | 请用两个大写字母，例如 GB')
    .meta({ description: 'Two letters, such as CN or GB.' }),
  region: z.string().max(10).nullish().meta({ description: 'A part of the country, such as SCT.' }),
  fromYear: z.int().min(2000).max(2100),
  toYear: z.int().min(2000).max(2100),
});

export const icalPreviewInput = z.object({
  text: z.string().min(1),
  zone: calendarDefinition.shape.zone.meta({ description: 'In which hours are told, such as Asia/Shanghai.' }),
});
