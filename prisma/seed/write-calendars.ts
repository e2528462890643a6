import type { CalendarDefinition } from '@handoff/core/calendar/calendar-definition';
import type { Context } from '@handoff/core/platform/context';
import { newId } from '@handoff/core/platform/id';

const holiday = (from: string, to: string, en: string, zh: string) => ({ from, to, name: { en, zh } });

/** Every day from eight to eight with a noon break at weekends; public holidays off, some weekends made up. */
const company: CalendarDefinition = {
  zone: 'Asia/Shanghai',
  regular: [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' },
    { days: [6, 7], from: '09:00', to: '12:00' },
    { days: [6, 7], from: '13:00', to: '18:00' },
  ],
  holidays: [
    holiday('2026-10-01', '2026-10-07', 'National Day', '国庆节'),
    holiday('2027-01-01', '2027-01-01', "New Year's Day", '元旦'),
    holiday('2027-02-05', '2027-02-11', 'Spring Festival', '春节'),
    holiday('2027-05-01', '2027-05-05', 'Labour Day', '劳动节'),
    holiday('2027-10-01', '2027-10-07', 'National Day', '国庆节'),
  ],
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

/** The company's service time, which the ticket types name, and one that never closes. */
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
}
