import type { CalendarDefinition } from '@handoff/core/calendar/calendar-definition';
import type { HolidayListDefinition } from '@handoff/core/calendar/holiday/holiday-list-definition';
import type { TimeSchemeDefinition } from '@handoff/core/calendar/scheme/time-scheme-definition';
import type { Context } from '@handoff/core/platform/context';
import { newId } from '@handoff/core/platform/id';

const holiday = (from: string, to: string, en: string, zh: string) => ({ from, to, name: { en, zh } });

/** What the State Council set for 2026, and what is likely for 2027. */
const china: HolidayListDefinition = {
  holidays: [
    holiday('2026-10-01', '2026-10-07', 'National Day', '国庆节'),
    holiday('2027-01-01', '2027-01-03', "New Year's Day", '元旦'),
    holiday('2027-02-05', '2027-02-11', 'Spring Festival', '春节'),
    holiday('2027-05-01', '2027-05-05', 'Labour Day', '劳动节'),
    holiday('2027-10-01', '2027-10-07', 'National Day', '国庆节'),
  ],
  makeUpDays: [
    { date: '2026-09-20', worksLike: 1, name: { en: 'National Day', zh: '国庆节' } },
    { date: '2026-10-10', worksLike: 1, name: { en: 'National Day', zh: '国庆节' } },
    { date: '2027-02-13', worksLike: 1, name: { en: 'Spring Festival', zh: '春节' } },
  ],
};

/** Named branches for the hotline: the company's service time, and what holds otherwise. */
const hotline: TimeSchemeDefinition = {
  branches: [{ key: 'open', label: { en: 'Service time', zh: '服务时间' }, calendar: 'company' }],
  otherwise: { key: 'closed', label: { en: 'Out of hours', zh: '非服务时间' } },
};

/** Every day from eight to eight with a noon break at weekends; public holidays off, some weekends made up. */
const company: CalendarDefinition = {
  zone: 'Asia/Shanghai',
  regular: [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' },
    { days: [6, 7], from: '09:00', to: '12:00' },
    { days: [6, 7], from: '13:00', to: '18:00' },
  ],
  holidays: [],
  holidayLists: ['china'],
  special: [
    { date: '2026-10-01', from: '09:00', to: '17:00', name: { en: 'Duty day', zh: '值班日' } },
    { date: '2027-02-07', from: '09:00', to: '12:00', name: { en: 'Duty day', zh: '值班日' } },
  ],
};

const always: CalendarDefinition = {
  zone: 'Asia/Shanghai',
  regular: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  holidays: [],
  special: [],
};

/** The company's service time, which the ticket types name, with its holidays; one that never closes; a time scheme. */
export async function writeCalendars(context: Context): Promise<void> {
  const now = context.now();
  const row = (key: string, name: string, definition: CalendarDefinition, isDefault: boolean) => ({
    id: newId(),
    key,
    name,
    definition: JSON.stringify(definition),
    isDefault,
    createdAt: now,
    updatedAt: now,
  });
  await context.db
    .insertInto('calendar')
    .values([
      row('company', '公司服务时间 Company service time', company, true),
      row('always', '全天候 Around the clock', always, false),
    ])
    .execute();
  const at = { createdAt: now, updatedAt: now };
  await context.db
    .insertInto('holidayList')
    .values({ ...at, id: newId(), key: 'china', name: '中国法定节假日 China', definition: JSON.stringify(china) })
    .execute();
  await context.db
    .insertInto('timeScheme')
    .values({ ...at, id: newId(), key: 'hotline', name: '服务热线 Hotline', definition: JSON.stringify(hotline) })
    .execute();
}
