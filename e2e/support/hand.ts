import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** One way of working a page: the mouse alone, or the keyboard alone. Both type letters. */
export interface Hand {
  page: Page;
  /** Presses a button, a link, a checkbox or an item of a list. */
  press: (target: Locator) => Promise<void>;
  /** Puts a text in place of what a field holds. */
  write: (field: Locator, text: string) => Promise<void>;
  /** Chooses an option of a closed list. */
  choose: (list: Locator, option: string) => Promise<void>;
}

/** The middle of something on screen, once it stands still. */
export async function middleOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await target.waitFor();
  await target.scrollIntoViewIfNeeded();
  let before = '';
  for (;;) {
    const box = await target.boundingBox();
    const now = JSON.stringify(box);
    if (box && now === before) return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    before = now;
    await target.page().waitForTimeout(30);
  }
}

/** Works with the mouse; the keyboard only types. */
export class MouseHand implements Hand {
  constructor(readonly page: Page) {}

  async press(target: Locator): Promise<void> {
    const { x, y } = await middleOf(target);
    await this.page.mouse.click(x, y);
  }

  async write(field: Locator, text: string): Promise<void> {
    const { x, y } = await middleOf(field);
    await this.page.mouse.click(x, y, { clickCount: 3 });
    await this.page.keyboard.type(text);
    await expect.poll(() => field.inputValue()).toBe(text);
  }

  async choose(list: Locator, option: string): Promise<void> {
    await this.press(list);
    await this.press(this.page.getByRole('option', { name: option, exact: true }));
    await this.page.getByRole('listbox').waitFor({ state: 'detached' });
  }

  /** Drags from the middle of one thing to a place, in steps as a hand does. */
  async drag(from: Locator, to: { x: number; y: number }): Promise<void> {
    const { x, y } = await middleOf(from);
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + 4, y + 8, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 10 });
    await this.page.mouse.up();
  }
}
