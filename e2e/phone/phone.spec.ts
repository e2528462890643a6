import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { fillRepair } from '../support/fill-repair.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';
import { act, becomeReady, endAllCalls, newNumber, phoneOf, pickUp, ringIn } from '../support/phone.ts';

let browser: Browser;
let admin: Integrator;
let liNa: Page;
let chenYu: Page;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  await endAllCalls(admin);
  liNa = await (await browseAs(browser, 'li.na')).newPage();
  chenYu = await (await browseAs(browser, 'chen.yu')).newPage();
});
afterAll(() => browser.close());

const button = (page: Page, name: string) => phoneOf(page).getByRole('button', { name, exact: true });
const hangUp = (page: Page) => button(page, 'Hang up');
const wrapUp = (page: Page) => button(page, 'Ready now');
const card = (page: Page) => page.getByRole('button', { name: /^Reject/ });

async function startAt(page: Page, path: string): Promise<void> {
  await openPage(page, path);
  await becomeReady(page);
}

async function callIdOf(vendorCallId: string): Promise<string> {
  const { calls } = await admin.query<{ calls: { edges: { node: { id: string; vendorCallId: string } }[] } }>(
    '{ calls(first: 20) { edges { node { id vendorCallId } } } }',
  );
  const call = calls.edges.find(({ node }) => node.vendorCallId === vendorCallId);
  if (!call) throw new Error(`no call ${vendorCallId}`);
  return call.node.id;
}

const callPage = async (vendorCallId: string) => `/calls/${encodeURIComponent(await callIdOf(vendorCallId))}`;

describe('somebody unknown calls', () => {
  const number = newNumber();
  const name = `Caller ${number.slice(-6)}`;
  let vendorCallId: string;

  it('is offered as a new customer, on the card and on answer', async () => {
    await startAt(liNa, '/workbench');
    vendorCallId = await ringIn(admin, { customerNumber: number, agent: 'li.na' });
    await card(liNa).waitFor();
    const save = liNa.getByRole('link', { name: 'Save as customer' });
    expect(await save.getAttribute('href')).toMatch(/^\/customers\/new\?call=.+&phone=/);
    await liNa.keyboard.press('F8');
    await liNa.waitForURL(/\/customers\/new\?call=/);
    await hangUp(liNa).waitFor();
  });

  it('becomes a customer whose call it is', async () => {
    await liNa.getByRole('textbox', { name: 'Name' }).first().fill(name);
    await liNa
      .locator('form')
      .getByRole('button', { name: /^Create/ })
      .click();
    await liNa.getByRole('heading', { level: 1, name }).waitFor();
    await phoneOf(liNa).getByText(name).waitFor();
    await liNa.getByRole('link', { name: 'Incoming call' }).waitFor();
  });

  it('gets a ticket that is tied to the call, in the histories of both', async () => {
    await liNa.getByRole('link', { name: 'New ticket' }).first().click();
    await liNa.waitForURL(/\/tickets\/new\?customer=[^&]+&call=/);
    await fillRepair(liNa, 'First call of a new customer', number);
    await liNa.getByRole('button', { name: /^Create ticket/ }).click();
    await liNa.waitForURL(/\/tickets\/WX/);
    const ticketNumber = new URL(liNa.url()).pathname.split('/').at(-1) ?? '';
    await hangUp(liNa).click();
    await wrapUp(liNa).click();
    await liNa.getByRole('link', { name }).first().click();
    await liNa.getByRole('listitem').filter({ hasText: 'Incoming call' }).getByText(ticketNumber).waitFor();
    await openPage(liNa, await callPage(vendorCallId));
    await liNa.getByRole('link', { name: 'First call of a new customer' }).waitFor();
    await liNa.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('left a recording that plays in place and can be read in parts', async () => {
    await liNa.getByRole('button', { name: 'Play' }).click();
    await liNa.getByRole('button', { name: 'Pause' }).waitFor();
    await liNa.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 0);
    const source = (await liNa.locator('audio').getAttribute('src')) ?? '';
    const part = await liNa.request.get(source, { headers: { range: 'bytes=0-11' } });
    expect(part.status()).toBe(206);
    expect(part.headers()['content-range']).toMatch(/^bytes 0-11\/\d+$/);
    expect((await part.body()).toString('latin1')).toMatch(/^RIFF.{4}WAVE$/s);
    const stranger = await browseAs(browser, 'song.jia');
    expect((await stranger.request.get(source)).status()).toBe(404);
    await stranger.close();
  });
});

describe('a page with something typed', () => {
  it('is not left on answer; a button goes to the caller', async () => {
    await startAt(liNa, '/customers/new');
    await liNa.getByRole('textbox', { name: 'Name' }).first().fill('Half a name');
    await ringIn(admin, { customerNumber: newNumber(), agent: 'li.na' });
    await card(liNa).waitFor();
    await liNa.keyboard.press('F8');
    await hangUp(liNa).waitFor();
    expect(new URL(liNa.url()).search).toBe('');
    expect(await liNa.getByRole('textbox', { name: 'Name' }).first().inputValue()).toBe('Half a name');
    await phoneOf(liNa).getByRole('link', { name: 'Go to caller' }).click();
    await liNa.waitForURL(/\/customers\/new\?call=/);
  });
});

describe('in a call', () => {
  it('holds, mutes, sends digits, and is right again at once after a reload', async () => {
    await phoneOf(liNa).getByRole('img', { name: 'This call is recorded' }).waitFor();
    await button(liNa, 'Hold').click();
    await button(liNa, 'Resume').waitFor();
    const html = await (await liNa.request.get('/workbench')).text();
    expect(html).toContain('aria-label="Resume"');
    await openPage(liNa, '/workbench');
    await liNa.keyboard.press('F9');
    await button(liNa, 'Hold').waitFor();
    await button(liNa, 'Mute').click();
    await button(liNa, 'Unmute').click();
    await button(liNa, 'Mute').waitFor();
    await button(liNa, 'Keypad').click();
    for (const digit of ['1', '2', '#']) await liNa.getByRole('button', { name: digit, exact: true }).click();
    expect(await liNa.getByRole('textbox', { name: 'Digits sent' }).inputValue()).toBe('12#');
    await liNa.keyboard.press('Escape');
  });

  it('is transferred to a colleague who is ready', async () => {
    await startAt(chenYu, '/workbench');
    await button(liNa, 'Transfer').click();
    await liNa.getByRole('textbox', { name: 'Transfer to' }).fill('陈宇');
    await liNa.getByRole('button', { name: /陈宇/ }).last().click();
    await card(chenYu).waitFor();
    await wrapUp(liNa).click();
    await phoneOf(liNa)
      .getByRole('button', { name: /^Ready(?! now)/ })
      .waitFor();
    await chenYu.getByRole('button', { name: /^Answer/ }).click();
    await hangUp(chenYu).click();
    await wrapUp(chenYu).click();
  });
});

describe('a call that stops ringing', () => {
  it('closes the card with a line when the customer hangs up', async () => {
    await startAt(liNa, '/workbench');
    const callId = await ringIn(admin, { customerNumber: newNumber(), agent: 'li.na' });
    await card(liNa).waitFor();
    await act(admin, 'abandon', callId);
    await phoneOf(liNa).getByRole('status').filter({ hasText: 'hung up' }).waitFor();
    await card(liNa).waitFor({ state: 'detached' });
  });

  it('closes the card with a line when a colleague picks it up, who has the call', async () => {
    await startAt(liNa, '/workbench');
    await startAt(chenYu, '/workbench');
    const callId = await ringIn(admin, { customerNumber: newNumber(), agent: 'li.na' });
    await card(liNa).waitFor();
    expect(await card(chenYu).count()).toBe(0);
    await pickUp(admin, callId, 'chen.yu');
    await phoneOf(liNa).getByRole('status').filter({ hasText: 'answered by somebody else' }).waitFor();
    await card(liNa).waitFor({ state: 'detached' });
    await phoneOf(liNa)
      .getByRole('button', { name: /^Ready(?! now)/ })
      .waitFor();
    await hangUp(chenYu).click();
    await wrapUp(chenYu).click();
  });
});

describe('calling out', () => {
  it('dials from the pad and from a number of a customer', async () => {
    await startAt(liNa, '/workbench');
    await button(liNa, 'Dial pad').click();
    await liNa.getByRole('textbox', { name: 'Number to call' }).fill(newNumber());
    await liNa.getByRole('button', { name: 'Call', exact: true }).click();
    await hangUp(liNa).click();
    await wrapUp(liNa).click();
    await openPage(liNa, '/customers');
    await liNa.locator('main a[href^="/customers/"]').nth(1).click();
    await liNa
      .getByRole('button', { name: /^Call 1/ })
      .first()
      .click();
    await hangUp(liNa).click();
    await wrapUp(liNa).click();
    await liNa.getByRole('link', { name: 'Outgoing call' }).first().waitFor();
  });
});

describe('the rules of a group, as an administrator sets them', () => {
  let emily: Page;
  let heJing: Page;
  let adminPage: Page;

  beforeAll(async () => {
    emily = await (await browseAs(browser, 'emily.chen')).newPage();
    heJing = await (await browseAs(browser, 'he.jing')).newPage();
    adminPage = await (await browseAs(browser, 'admin')).newPage();
    // Outside its hours another group would have its calls, and these specs run at any hour.
    const { serviceGroups } = await admin.query<{ serviceGroups: { id: string; key: string; version: number }[] }>(
      '{ serviceGroups { id key version } }',
    );
    const complaints = serviceGroups.find(({ key }) => key === 'complaints');
    const always = { groupId: complaints?.id, expectedVersion: complaints?.version, calendarId: null };
    await admin.act('updateServiceGroup', always, 'serviceGroup { id }');
  });

  it('are changed on its page', async () => {
    await openPage(adminPage, '/admin/groups');
    await adminPage.getByRole('link', { name: /Complaints/ }).click();
    await adminPage.getByRole('spinbutton', { name: /Rings at one agent/ }).fill('5');
    await adminPage.getByRole('button', { name: 'Save call rules' }).click();
    await adminPage.getByText(/^Saved/).waitFor();
    await adminPage.reload();
    expect(await adminPage.getByRole('spinbutton', { name: /Rings at one agent/ }).inputValue()).toBe('5');
  });

  it('take a call that rings too long to the next agent, and the first one out of the queue', async () => {
    await startAt(emily, '/workbench');
    await startAt(heJing, '/workbench');
    await ringIn(admin, { customerNumber: newNumber(), group: 'complaints' });
    const [first, second] = await Promise.any(
      [[emily, heJing] as const, [heJing, emily] as const].map(async (pair) => {
        await card(pair[0]).waitFor();
        return pair;
      }),
    );
    await card(second).waitFor({ timeout: 15_000 });
    await phoneOf(first).getByRole('status').filter({ hasText: 'next agent' }).waitFor();
    await phoneOf(first)
      .getByRole('button', { name: /Not ready, Missed a call/ })
      .waitFor();
    await second.getByRole('button', { name: /^Answer/ }).click();
    await hangUp(second).click();
    emily = second;
  });

  it('keep her wrapping up until she has said what came of it', async () => {
    const disposition = phoneOf(emily).getByRole('combobox', { name: 'What came of the call' });
    await disposition.waitFor();
    expect(await wrapUp(emily).getAttribute('aria-disabled')).toBe('true');
    expect(await disposition.getByRole('option').allTextContents()).toContain('Complaint taken');
    expect(await disposition.getByRole('option').allTextContents()).not.toContain('Solved on the phone');
    await disposition.selectOption('Complaint taken');
    await wrapUp(emily).click();
    await phoneOf(emily)
      .getByRole('button', { name: /^Ready(?! now)/ })
      .waitFor();
    await openPage(emily, '/calls?view=mine');
    await emily.getByRole('main').getByText('Complaint taken').first().waitFor();
  });
});
