import type { HolidaysTypes } from 'date-holidays';
import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { parseInput } from '../../platform/parse-input.ts';
import type { HolidaySpan } from '../calendar-definition.ts';
import type { HolidayListDefinition } from './holiday-list-definition.ts';
import { publicHolidaysInput } from './holiday-list-input.ts';

/** A country, or a part of one, that the library knows days off of. */
export interface Region {
  code: string;
  name: string;
}

const mostYears = 10;
const china = 'CN';
const daysOff: readonly HolidaysTypes.HolidayType[] = ['public', 'bank'];

// The countries' rules take megabytes, which only an admin who looks them up needs.
const openLibrary = async () => (await import('date-holidays')).default;

/** The countries that are known, in the words of a language. */
export async function listCountries(locale: string): Promise<Region[]> {
  const Holidays = await openLibrary();
  return regions(new Holidays().getCountries(locale), locale);
}

/** The parts of a country whose days off differ. */
export async function listRegions(country: string, locale: string): Promise<Region[]> {
  const Holidays = await openLibrary();
  return country === china ? [] : regions(new Holidays().getStates(country, locale) ?? {}, locale);
}

const regions = (names: Record<string, string>, locale: string): Region[] =>
  Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale));

/**
 * The days off of a country in some years, for China with the days that make up for them as the State Council set them.
 * Throws ValidationError for a country that is not known and for more than ten years.
 */
export async function publicHolidays(
  context: Context,
  input: z.input<typeof publicHolidaysInput>,
): Promise<HolidayListDefinition> {
  requirePermission(context.actor, 'calendar.manage');
  const { country, region, fromYear, toYear } = parseInput(publicHolidaysInput, input);
  if (toYear < fromYear || toYear - fromYear >= mostYears) {
    throw ValidationError.at('toYear', 'invalid', {
      en: `Choose at most ${mostYears} years, the last one not before the first.`,
      zh: `最多选择 ${mostYears} 年，且结束年份不能早于开始年份。`,
    });
  }
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, place) => fromYear + place);
  if (country === china) return chineseDays(years);
  const Holidays = await openLibrary();
  const known = new Holidays().getCountries('en');
  if (!(country in known)) {
    throw ValidationError.at('country', 'not_found', {
      en: 'This country is not known. Choose one from the list.',
      zh: '未找到该国家或地区，请从列表中选择。',
    });
  }
  // Days are asked for in UTC, so that the zone of this machine moves none of them.
  const calendar = new Holidays(country, region ?? '', { timezone: 'UTC' });
  const days = years.flatMap((year) => {
    const chinese = new Map(calendar.getHolidays(year, 'zh').map(({ date, name }) => [date, name]));
    return calendar
      .getHolidays(year, 'en')
      .filter(({ type }) => daysOff.includes(type))
      .map(({ start, end, name, date }): HolidaySpan => ({
        from: start.toISOString().slice(0, 10),
        to: new Date(end.getTime() - 1).toISOString().slice(0, 10),
        name: { en: name, zh: chinese.get(date) ?? name },
      }));
  });
  return { holidays: joined(days), makeUpDays: [] };
}

/** What is not in the library yet, because the State Council has not set it, has no entries. */
async function chineseDays(years: readonly number[]): Promise<HolidayListDefinition> {
  const { default: library } = await import('chinese-days');
  const holidays: HolidaySpan[] = [];
  const makeUpDays: HolidayListDefinition['makeUpDays'] = [];
  for (const year of years) {
    for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const { work, name: told } = library.getDayDetail(date);
      const [en, zh] = told.split(',');
      // An ordinary day has the name of its weekday alone.
      if (!en || !zh) continue;
      const name: LocalizedText = { en, zh };
      if (work) makeUpDays.push({ date, worksLike: 1, name });
      else holidays.push({ from: date, to: date, name });
    }
  }
  return { holidays: joined(holidays), makeUpDays };
}

/** Days that follow one another and have one name are one entry. */
function joined(days: readonly HolidaySpan[]): HolidaySpan[] {
  const spans: HolidaySpan[] = [];
  for (const day of days.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const last = spans.at(-1);
    if (last && last.name?.en === day.name?.en && dayAfter(last.to) === day.from) last.to = day.to;
    else spans.push({ ...day });
  }
  return spans;
}

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
