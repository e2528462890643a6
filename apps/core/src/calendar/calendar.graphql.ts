import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { fromGlobalId } from '../graphql/zod-input.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import type { LocalizedText } from '../platform/localized-text.ts';
import { createCalendarInput, updateCalendarInput } from './calendar-input.ts';
import { createCalendar } from './create-calendar.ts';
import { previewCalendar } from './preview-calendar.ts';
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
