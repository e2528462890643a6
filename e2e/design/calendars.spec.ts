import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let admin: Integrator;
beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
});
afterAll(() => browser.close());

const run = Date.now().toString(36);

async function asAdmin(path: string): Promise<Page> {
  const context = await browseAs(browser, 'admin');
  const page = await context.newPage();
  await openPage(page, path);
  return page;
}

const calendarFile = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Company day',
  'DTSTART;VALUE=DATE:20190910',
  'RRULE:FREQ=YEARLY',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

it('takes public holidays and a calendar file over into a shared list, seen before they are kept', async () => {
  const page = await asAdmin('/admin/holidays');
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(`List ${run}`);
  await page.getByRole('textbox', { name: 'Key' }).fill(`list-${run}`);
  await page.getByRole('button', { name: 'Create list' }).click();
  await page.waitForURL(/\/admin\/holidays\/.+/);

  await page.getByRole('button', { name: 'Take over public holidays' }).click();
  await page.getByLabel('From year').fill('2026');
  await page.getByLabel('To year').fill('2026');
  await page.getByRole('button', { name: 'Show the days' }).click();
  await page.getByLabel(/Sun 15 Feb 2026 – Mon 23 Feb 2026/).waitFor();
  await page.getByLabel(/1 Jan 2026/).uncheck();
  await page.getByRole('button', { name: /^Add \d+ days$/ }).click();

  await page.getByRole('button', { name: 'Import iCal' }).click();
  await page
    .getByLabel('Calendar file (.ics)')
    .setInputFiles({ name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendarFile) });
  await page.getByRole('button', { name: 'Add 1 day' }).click();
  await page.getByRole('button', { name: 'Save list' }).click();
  await page.getByText(/^Saved\./).waitFor();

  const { holidayLists } = await admin.query<{
    holidayLists: { key: string; definition: { holidays: { from: string }[]; makeUpDays: { date: string }[] } }[];
  }>('{ holidayLists { key definition } }');
  const list = holidayLists.find(({ key }) => key === `list-${run}`);
  const from = list?.definition.holidays.map((day) => day.from);
  expect(from).toContain('2026-02-15');
  expect(from).toContain('2019-09-10');
  expect(from).not.toContain('2026-01-01');
  expect(list?.definition.makeUpDays.map(({ date }) => date)).toContain('2026-10-10');
});

it("draws the year of a calendar as it is edited, by keyboard and as a table, and moves a ticket's clocks", async () => {
  const readCalendar = async () => {
    const { calendars } = await admin.query<{
      calendars: { id: string; isDefault: boolean; version: number; definition: unknown }[];
    }>('{ calendars { id isDefault version definition } }');
    const found = calendars.find(({ isDefault }) => isDefault);
    if (!found) throw new Error('the demo company has no calendar');
    return found;
  };
  const { id, definition } = await readCalendar();
  const hasMoved = async () => {
    const { tickets } = await admin.query<{
      tickets: { edges: { node: { clocks: { status: string; ledger: { reason: { en: string } | null }[] }[] } }[] };
    }>(
      '{ tickets(first: 20, view: OPEN, orderBy: UPDATED_AT) { edges { node { clocks { status ledger { reason { en } } } } } } }',
    );
    return tickets.edges
      .flatMap(({ node }) => node.clocks)
      .some(({ ledger }) => ledger.some(({ reason }) => reason?.en === 'The service time was changed'));
  };
  const page = await asAdmin(`/admin/calendars/${encodeURIComponent(id)}`);
  const holiday = page.locator('[data-date="2026-10-01"]');
  await holiday.focus();
  await page.keyboard.press('ArrowRight');
  const next = page.locator('[data-date="2026-10-02"]');
  expect(await next.evaluate((day) => day === document.activeElement)).toBe(true);
  expect(await next.getAttribute('aria-label')).toContain('Holiday: National Day');
  expect(await holiday.getAttribute('aria-label')).toContain('wins over the holiday National Day');

  await page.getByRole('button', { name: 'Add a holiday' }).click();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page
    .getByLabel(/First day$/)
    .last()
    .fill(tomorrow);
  await page
    .getByLabel(/Last day$/)
    .last()
    .fill(tomorrow);
  await expect.poll(() => page.locator(`[data-date="${tomorrow}"]`).getAttribute('class')).toContain('holiday');
  await page.getByRole('button', { name: 'Table' }).click();
  expect(await page.locator('.year-table tbody tr').count()).toBeGreaterThanOrEqual(365);
  await page.getByRole('button', { name: 'Save calendar' }).click();
  await page.getByText(/^Saved\./).waitFor();
  await expect.poll(hasMoved, { timeout: 60_000, interval: 1_000 }).toBe(true);
  const { version } = await readCalendar();
  await admin.query('mutation Put($input: UpdateCalendarInput!) { updateCalendar(input: $input) { __typename } }', {
    input: { calendarId: id, expectedVersion: version, definition },
  });
}, 90_000);

it('tells which branch of a time scheme counts at a time', async () => {
  const page = await asAdmin('/admin/time-schemes');
  await page.getByRole('link', { name: /Hotline/ }).click();
  await page.getByLabel('At', { exact: true }).fill('2026-10-02T10:00');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('it is “Out of hours”').waitFor();
  await page.getByLabel('At', { exact: true }).fill('2026-10-10T19:00');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('it is “Service time”').waitFor();
});
