import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { may } from '../../identity/actor.ts';
import { inOrderOf } from '../../identity/identity-loaders.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { Calendar } from '../calendar.graphql.ts';
import { calendarsOfList } from './calendars-of-list.ts';
import { createHolidayList } from './create-holiday-list.ts';
import { deleteHolidayList } from './delete-holiday-list.ts';
import {
  createHolidayListInput,
  deleteHolidayListInput,
  icalPreviewInput,
  publicHolidaysInput,
  updateHolidayListInput,
} from './holiday-list-input.ts';
import { previewIcal } from './preview-ical.ts';
import { listCountries, listRegions, publicHolidays, type Region } from './public-holidays.ts';
import { updateHolidayList } from './update-holiday-list.ts';

const HolidayList = recordType<Selectable<DB['holidayList']>>('HolidayList', async (context, ids) => {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('holidayList').selectAll().where('id', 'in', ids).execute());
});

HolidayList.implement({
  description: 'Days off and the days that make up for them, which several calendars share.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How calendars refer to it; stays the same.' }),
    name: t.exposeString('name'),
    definition: t.field({
      type: 'JSON',
      description: '`holidays` (from, to, name, yearly) and `makeUpDays` (date, worksLike, name).',
      resolve: (list) => list.definition,
    }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    calendars: t.field({
      type: [Calendar],
      description: 'The calendars that use it.',
      resolve: async (list, _args, context) => (await calendarsOfList(context, list.key)).map(({ id }) => id),
    }),
  }),
});

const RegionType = builder.objectRef<Region>('HolidayRegion').implement({
  description: 'A country, or a part of one, whose public holidays are known.',
  fields: (t) => ({ code: t.exposeString('code'), name: t.exposeString('name') }),
});

const LeftOut = builder.objectRef<{ name: string; reason: LocalizedText }>('IcalLeftOut').implement({
  description: 'An event that has no place in a calendar of service time.',
  fields: (t) => ({
    name: t.exposeString('name'),
    reason: t.field({ type: LocalizedTextType, resolve: (event) => event.reason }),
  }),
});

builder.queryFields((t) => ({
  holidayLists: t.field({
    type: [HolidayList],
    description: 'Every holiday list; there are few.',
    resolve: (_root, _args, { actor, db }) =>
      actor.kind === 'anonymous'
        ? []
        : db.selectFrom('holidayList').selectAll().orderBy('name').orderBy('id').limit(500).execute(),
  }),
  holidayRegions: t.field({
    type: [RegionType],
    description: 'The countries whose public holidays are known or, of one country, its parts. Needs calendar.manage.',
    args: { country: t.arg.string() },
    resolve: (_root, { country }, { actor, locale }) => {
      if (!may(actor, 'calendar.manage')) return [];
      return country ? listRegions(country, locale) : listCountries(locale);
    },
  }),
}));

defineMutation({
  name: 'createHolidayList',
  description: 'Makes a holiday list. Needs calendar.manage.',
  input: createHolidayListInput,
  run: async (context, input) => ({ holidayListId: await createHolidayList(context, input) }),
  fields: (t) => ({
    holidayList: t.field({ type: HolidayList, nullable: true, resolve: (result) => result.holidayListId }),
  }),
});

defineMutation({
  name: 'updateHolidayList',
  description: 'Changes the name or the days of a holiday list. Needs calendar.manage.',
  input: updateHolidayListInput,
  run: async (context, input) => ({ holidayListId: await updateHolidayList(context, input) }),
  fields: (t) => ({
    holidayList: t.field({ type: HolidayList, nullable: true, resolve: (result) => result.holidayListId }),
  }),
});

defineMutation({
  name: 'deleteHolidayList',
  description: 'Removes a holiday list that no calendar uses. Needs calendar.manage.',
  input: deleteHolidayListInput,
  run: async (context, input) => ({ holidayListId: await deleteHolidayList(context, input) }),
  fields: (t) => ({ holidayListId: t.id({ resolve: (result) => toGlobalId('HolidayList', result.holidayListId) }) }),
});

defineMutation({
  name: 'previewPublicHolidays',
  description:
    'What a country has off in some years, ten at most, as a holiday list would take it over. Changes nothing. Needs calendar.manage.',
  input: publicHolidaysInput,
  run: publicHolidays,
  fields: (t) => ({
    holidays: t.field({ type: 'JSON', resolve: (days) => days.holidays }),
    makeUpDays: t.field({ type: 'JSON', resolve: (days) => days.makeUpDays }),
  }),
});

defineMutation({
  name: 'previewIcal',
  description:
    'What a calendar file (.ics, 200 thousand characters at most) would add. Changes nothing. Needs calendar.manage.',
  input: icalPreviewInput,
  run: (context, input) => Promise.resolve(previewIcal(context, input)),
  fields: (t) => ({
    holidays: t.field({ type: 'JSON', resolve: (days) => days.holidays }),
    makeUpDays: t.field({ type: 'JSON', resolve: (days) => days.makeUpDays }),
    special: t.field({
      type: 'JSON',
      description: 'Hours, as working time that wins over holidays.',
      resolve: (days) => days.special,
    }),
    leftOut: t.field({ type: [LeftOut], resolve: (days) => days.leftOut }),
  }),
});
