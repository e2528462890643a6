import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, complaintsOf, openPage } from '../support/browse.ts';
import { handoffUrl } from '../support/instance.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let admin: Integrator;
const run = Date.now().toString(36);
const title = `Repair by form ${run}`;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
});
afterAll(() => browser.close());

/** A telephone of somebody who has never been here. */
const stranger = (): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: handoffUrl(),
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });

const isAlive = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector('.public-form') ?? {}).some((key) => key.startsWith('__react')),
  );

interface Form {
  id: string;
  version: number;
  title: { en: string };
  links: { edges: { node: { id: string; path: string; useCount: number; viewCount: number } }[] };
}

async function formNamed(name: string): Promise<Form> {
  const { externalForms } = await admin.query<{ externalForms: Form[] }>(
    '{ externalForms { id version title { en } links(first: 10) { edges { node { id path useCount viewCount } } } } }',
  );
  const found = externalForms.find((form) => form.title.en === name);
  if (!found) throw new Error(`there is no form ${name}`);
  return found;
}

async function fillRepair(page: Page) {
  await page.getByRole('combobox', { name: 'Appliance' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('combobox', { name: 'Symptoms' }).click();
  await page.getByRole('option', { name: 'Shows an error code' }).click();
  await page.keyboard.press('Escape');
}

it('is published by an admin: fields, options, a link with its QR code', async () => {
  const page = await (await browseAs(browser, 'admin')).newPage();
  const complaints = complaintsOf(page);
  await openPage(page, '/external-forms');
  await page.getByRole('button', { name: 'New form' }).click();
  await page.getByRole('combobox', { name: 'Ticket type' }).click();
  await page.getByRole('option', { name: 'Repair', exact: true }).click();
  await page.getByRole('textbox', { name: 'Title (English)' }).fill(title);
  await page.getByRole('textbox', { name: 'Title (Chinese)' }).fill(`表单报修 ${run}`);
  await page.getByRole('button', { name: 'Create form' }).click();
  await page.waitForURL(/\/external-forms\/.+/);
  await page.getByRole('button', { name: 'Error code', exact: true }).click();
  await page.getByRole('textbox', { name: 'Thank-you text (English)' }).fill('We are on our way.');
  await page.getByRole('textbox', { name: 'Thank-you text (Chinese)' }).fill('我们已出发。');
  await page.getByRole('button', { name: 'Save form' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  // The page has the form's new version once its button can be pressed again.
  await page.locator('button[aria-disabled=false]', { hasText: 'Save form' }).waitFor();
  await page.getByRole('button', { name: 'Enable' }).click();
  await page.getByRole('button', { name: 'Disable' }).waitFor();
  await page.getByRole('button', { name: 'New link' }).click();
  await page.getByRole('textbox', { name: 'Name' }).last().fill('One time');
  await page.getByRole('spinbutton', { name: 'Most uses' }).fill('1');
  await page.getByRole('button', { name: 'Make link' }).click();
  const qr = page.getByRole('img', { name: 'QR code of One time' });
  await expect.poll(() => qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toMatch(/\/f\/f_[\w-]{40,}$/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'QR code as PNG' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('One time.png');
  expect(complaints).toEqual([]);
});

it('is filled in on a telephone, outlives a reload, makes one ticket of two presses, and is used up then', async () => {
  const form = await formNamed(title);
  const path = form.links.edges[0]?.node.path ?? '';
  const page = await (await stranger()).newPage();
  const complaints = complaintsOf(page);
  const response = await page.goto(path);
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self' 'nonce-");
  const html = (await response?.text()) ?? '';
  for (const inside of ['diagnosis_result', 'technical', 'li.na']) expect(html).not.toContain(inside);
  await isAlive(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.getByRole('textbox', { name: 'Error code' }).count()).toBe(0);
  await fillRepair(page);
  await page.getByRole('textbox', { name: 'Error code' }).fill('E7');
  await page.getByRole('textbox', { name: /^Fault description|^Problem|^What/ }).fill('It stops after a minute.');
  await page.waitForTimeout(800);
  await page.reload();
  await isAlive(page);
  await expect.poll(() => page.getByRole('textbox', { name: 'Error code' }).inputValue()).toBe('E7');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => page.locator('[aria-invalid=true]').count()).toBeGreaterThan(0);
  await page.getByRole('radio').first().check();
  await page.getByRole('textbox', { name: /phone/i }).fill('138 0571 5678');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Wang Fang');
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await page.getByText('We are on our way.').waitFor({ timeout: 20_000 });
  const number = await page.locator('.public-form-note .mono').innerText();
  const { ticket } = await admin.query<{ ticket: { source: string; title: string; creator: { loginName: string } } }>(
    'query ($number: String!) { ticket(number: $number) { source title creator { loginName } } }',
    { number },
  );
  expect(ticket).toEqual({
    source: 'EXTERNAL_FORM',
    title: `${title} · Wang Fang`.replace(title, `表单报修 ${run}`),
    creator: { loginName: 'admin' },
  });
  expect((await formNamed(title)).links.edges[0]?.node.useCount).toBe(1);
  const again = await page.goto(path);
  expect(again?.status()).toBe(410);
  await page.getByText('This form was sent already.').waitFor();
  await page.getByText(number).waitFor();
  expect(complaints.filter((text) => !text.includes('410'))).toEqual([]);
});

it('takes pictures by their content, and refuses what only looks like one', async () => {
  const form = await formNamed('Ask for a repair');
  const page = await (await stranger()).newPage();
  await page.goto(form.links.edges[0]?.node.path ?? '');
  await isAlive(page);
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ not a picture') });
  await page.getByText('This kind of file is not taken here').waitFor();
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await input.setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer: png });
  await page.locator('.file-item').getByText('leak.png').waitFor();
});

it('is made for one customer by an integrator, who is then not asked who they are', async () => {
  const agent = await asPerson('li.na');
  const { customers } = await agent.query<{ customers: { edges: { node: { id: string; name: string } }[] } }>(
    '{ customers(first: 1) { edges { node { id name } } } }',
  );
  const customer = customers.edges[0]?.node;
  const form = await formNamed('Tell us what went wrong');
  const { link } = await agent.act<{ link: { id: string; path: string } }>(
    'createExternalFormLink',
    { formId: form.id, name: 'After the visit', customerId: customer?.id, maxUses: 1 },
    'link { id path }',
  );
  const page = await (await stranger()).newPage();
  await page.goto(link.path);
  await isAlive(page);
  expect(await page.getByRole('textbox', { name: 'Your name' }).count()).toBe(0);
  expect(await page.content()).not.toContain(customer?.name ?? 'nobody');
  await agent.act('revokeExternalFormLink', { linkId: link.id }, 'link { state }');
  expect((await page.goto(link.path))?.status()).toBe(410);
  await page.getByText('This link was withdrawn.').waitFor();
  expect((await page.goto('/f/f_nobody-was-ever-given-this-token-at-all'))?.status()).toBe(404);
  await page.getByText('There is no such form').waitFor();
});

it('is sent from the page of a customer', async () => {
  const { customers } = await admin.query<{ customers: { edges: { node: { id: string } }[] } }>(
    '{ customers(first: 1) { edges { node { id } } } }',
  );
  const page = await (await browseAs(browser, 'li.na')).newPage();
  await openPage(page, `/customers/${encodeURIComponent(customers.edges[0]?.node.id ?? '')}`);
  await page.getByRole('button', { name: 'Form link' }).click();
  await page.getByRole('combobox', { name: 'Form' }).click();
  await page.getByRole('option', { name: 'Ask for a repair' }).click();
  await page.getByRole('button', { name: 'Make link' }).click();
  await page.locator('input[name=address][readonly]').waitFor();
});
