import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, complaintsOf } from '../support/browse.ts';
import { drawRepair, workRepair, type Drawing } from '../support/draw-repair.ts';
import { middleOf, MouseHand } from '../support/hand.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let hand: MouseHand;
let complaints: string[];

const stamp = Date.now() % 100_000;
const type = { name: `Mouse ${stamp}`, key: `mouse-${stamp}`, prefix: 'MS' };

beforeAll(async () => {
  browser = await openBrowser();
  const page = await (await browseAs(browser, 'admin')).newPage();
  complaints = complaintsOf(page);
  hand = new MouseHand(page);
});
afterAll(() => browser.close());

const row = (name: string): Locator => hand.page.locator('.outline-field', { hasText: name });
const node = (name: string): Locator =>
  hand.page
    .locator('.react-flow__node')
    .filter({ has: hand.page.getByText(name, { exact: true }).and(hand.page.locator('b')) });

/** Drags kinds out of the offer, fields to sections, and ways out of nodes. */
const drawing = (): Drawing => ({
  hand,
  addField: async (kind) => {
    await hand.press(hand.page.getByRole('button', { name: 'Add field' }));
    const { x, y, height } = await middleOf(hand.page.locator('.outline-field').last());
    await hand.drag(hand.page.getByRole('menuitem', { name: kind, exact: true }), { x, y: y + height / 2 - 2 });
    await row('New field').waitFor();
  },
  moveToSection: async (field, section) => {
    await hand.drag(
      row(field),
      await middleOf(hand.page.getByRole('group', { name: section }).locator('.outline-empty')),
    );
    await hand.page.getByRole('group', { name: section }).locator('.outline-field', { hasText: field }).waitFor();
  },
  growTree: async () => {
    await hand.press(hand.page.getByRole('button', { name: 'Add an option below Cooling' }));
    await hand.press(hand.page.getByRole('button', { name: 'Add an option below Cooling' }));
  },
  addNode: async (after, kind) => {
    const from = await middleOf(node(after));
    await hand.page.mouse.move(from.x, from.y);
    const handle = node(after).locator('.react-flow__handle.source');
    await hand.drag(handle, { x: from.x + from.width, y: from.y + from.height });
    await hand.press(hand.page.getByRole('menuitem', { name: kind, exact: true }));
  },
  openNode: (name) => hand.press(node(name)),
});

describe('a ticket type', { timeout: 180_000 }, () => {
  it('is drawn from nothing and published with the mouse alone', async () => {
    await drawRepair(drawing(), type);
  });

  it('takes a ticket to its end', async () => {
    await workRepair(hand, type);
    expect(complaints).toEqual([]);
  });
});
