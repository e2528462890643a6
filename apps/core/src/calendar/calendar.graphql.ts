import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { z } from 'zod';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { fromGlobalId } from '../graphql/global-id.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { createCalendarInput, updateCalendarInput } from './calendar-input.ts';
import { calendarYear, DAY_KINDS, type CalendarDay } from './calendar-year.ts';
import { createCalendar } from './create-calendar.ts';
import type { MinuteSpan } from './open-spans.ts';
import { previewCalendar } from './preview-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { updateCalendar } from './update-calendar.ts';

export const Calendar = recordType<Selectable<DB['calendar']>>('Calendar', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('calendar').selectAll().where('id', 'in', ids).execute());
});

Calendar.implement({
  description: 'Service time: weekly spans, holidays and special days.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How definitions refer to it; stays the same.' }),
    name: t.exposeString('name'),
    isDefault: t.exposeBoolean('isDefault', { description: "The company's own; used where a key is unknown." }),
    definition: t.field({ type: 'JSON', resolve: (calendar) => calendar.definition }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

const CalendarPreview = builder
  .objectRef<{ isOpen: boolean; dueAt: Date; explanation: LocalizedText }>('CalendarPreview')
  .implement({
    description: 'What a ticket made at an instant would be promised.',
    fields: (t) => ({
      isOpen: t.exposeBoolean('isOpen', { description: 'Whether there is service at that instant.' }),
      dueAt: t.expose('dueAt', { type: 'DateTime' }),
      explanation: t.field({ type: LocalizedTextType, resolve: (preview) => preview.explanation }),
    }),
  });

const DayKindType = enumOf('CalendarDayKind', z.enum(DAY_KINDS), 'Why a day has the hours that it has.');

const DaySpan = builder.objectRef<MinuteSpan>('CalendarDaySpan').implement({
  description: 'Open minutes of a day on the wall clock, the last one not included.',
  fields: (t) => ({ fromMinute: t.exposeInt('from'), toMinute: t.exposeInt('to') }),
});

const CalendarDayType = builder.objectRef<CalendarDay>('CalendarDay').implement({
  description: 'What a calendar says of a date.',
  fields: (t) => ({
    date: t.exposeString('date', { description: "YYYY-MM-DD in the calendar's zone." }),
    kind: t.expose('kind', { type: DayKindType }),
    spans: t.field({ type: [DaySpan], resolve: (day) => [...day.spans] }),
    explanation: t.field({ type: LocalizedTextType, resolve: (day) => day.explanation }),
  }),
});

builder.objectField(Calendar, 'year', (t) =>
  t.field({
    type: [CalendarDayType],
    description: 'Every day of a year, with the days of its holiday lists.',
    args: { year: t.arg.int({ required: true }) },
    resolve: async (calendar, { year }, context) =>
      year < 1970 || year > 2100 ? [] : calendarYear(await readCalendar(context, calendar), year),
  }),
);

builder.queryField('calendars', (t) =>
  t.field({
    type: [Calendar],
    description: 'Every calendar; there are few.',
    resolve: async (_root, _args, context) => {
      if (context.actor.kind === 'anonymous') return [];
      return context.db.selectFrom('calendar').selectAll().orderBy('name').limit(500).execute();
    },
  }),
);

builder.queryField('calendarPreview', (t) =>
  t.field({
    type: CalendarPreview,
    nullable: true,
    description:
      'When something made at `from` is due after so many seconds of service time; null if ten years do not hold them.',
    args: {
      calendarId: t.arg.id({ required: true }),
      from: t.arg({ type: 'DateTime', required: true }),
      seconds: t.arg.int({ required: true }),
    },
    resolve: async (_root, { calendarId, from, seconds }, context) => {
      if (context.actor.kind === 'anonymous') return null;
      return previewCalendar(context, {
        calendarId: fromGlobalId('Calendar', calendarId) ?? '',
        from,
        seconds,
      });
    },
  }),
);

defineMutation({
  name: 'createCalendar',
  description: 'Makes a calendar. Needs calendar.manage.',
  input: createCalendarInput,
  run: async (context, input) => ({ calendarId: await createCalendar(context, input) }),
  fields: (t) => ({ calendar: t.field({ type: Calendar, nullable: true, resolve: (result) => result.calendarId }) }),
});

defineMutation({
  name: 'updateCalendar',
  description: 'Changes the name or the times of a calendar. Needs calendar.manage.',
  input: updateCalendarInput,
  run: async (context, input) => ({ calendarId: await updateCalendar(context, input) }),
  fields: (t) => ({ calendar: t.field({ type: Calendar, nullable: true, resolve: (result) => result.calendarId }) }),
});
