import type { Page } from 'playwright-core';
import { expect } from 'vitest';

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Chooses the repair and fills in what it asks for, on the page of a new ticket; the error code is asked only for its symptom. */
export async function fillRepair(page: Page, title: string, phone: string): Promise<void> {
  await page.getByRole('link', { name: 'Repair', exact: true }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('textbox', { name: 'Contact phone' }).last().fill(phone);
  await choose(page, 'Appliance', 'Air conditioner');
  const code = page.getByRole('textbox', { name: 'Error code' });
  expect(await code.count()).toBe(0);
  await choose(page, 'Symptoms', 'Shows an error code');
  await page.keyboard.press('Escape');
  await code.fill('E4');
  await page.getByRole('textbox', { name: 'What happened' }).fill('It shows E4 and does not cool.');
}
