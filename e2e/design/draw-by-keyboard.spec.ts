import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, complaintsOf } from '../support/browse.ts';
import { drawRepair, workRepair, type Drawing } from '../support/draw-repair.ts';
import { KeyboardHand } from '../support/keyboard-hand.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let hand: KeyboardHand;
let complaints: string[];

const stamp = Date.now() % 100_000;
const type = { name: `Keys ${stamp}`, key: `keys-${stamp}`, prefix: 'KB' };

beforeAll(async () => {
  browser = await openBrowser();
  const page = await (await browseAs(browser, 'admin')).newPage();
  complaints = complaintsOf(page);
  hand = new KeyboardHand(page);
});
afterAll(() => browser.close());

/** Goes with the arrows to a row of the flow's outline, in which Tab gets to one row alone. */
async function toNode(name: string): Promise<void> {
  const tree = hand.page.getByRole('tree', { name: 'Outline' });
  await hand.reach(tree.locator('[tabindex="0"]'));
  await hand.page.keyboard.press('Home');
  // What is wrong with a node is said after its name.
  const item = tree.getByRole('treeitem', { level: 1, name: new RegExp(`^${name.replace('?', '\\?')}(,|$)`) });
  while (!(await item.evaluate((element) => element === document.activeElement))) {
    await hand.page.keyboard.press('ArrowDown');
  }
}

const drawing = (): Drawing => ({
  hand,
  addField: async (kind) => {
    await hand.press(hand.page.getByRole('button', { name: 'Add field' }));
    await hand.go('menuitem', kind);
  },
  moveToSection: async (field, section) => {
    await hand.reach(hand.page.locator('.outline-field', { hasText: field }).locator('.outline-name'));
    await hand.page.keyboard.press('Alt+ArrowDown');
    await hand.page.getByRole('group', { name: section }).locator('.outline-field', { hasText: field }).waitFor();
  },
  growTree: async (parent) => {
    await hand.reach(hand.page.getByRole('textbox', { name: `Option ${parent}, English` }));
    await hand.page.keyboard.press('Control+Enter');
    await hand.page.getByRole('textbox', { name: 'Option option_2, English' }).waitFor();
    await hand.page.keyboard.press('Enter');
    await hand.page.getByRole('textbox', { name: 'Option option_3, English' }).waitFor();
  },
  addNode: async (after, kind) => {
    await toNode(after);
    await hand.page.keyboard.press('+');
    await hand.go('menuitem', kind);
  },
  openNode: async (name) => {
    await toNode(name);
    await hand.page.keyboard.press('Enter');
  },
});

describe('a ticket type', { timeout: 240_000 }, () => {
  it('is drawn from nothing and published with the keyboard alone', async () => {
    await drawRepair(drawing(), type);
  });

  it('takes a ticket to its end', async () => {
    await workRepair(hand, type);
    expect(complaints).toEqual([]);
  });
});
