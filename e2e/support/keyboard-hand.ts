import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Hand } from './hand.ts';

const mostSteps = 400;

/** How something is drawn, with what is around it: the focus has to change it. Has no named function, which pages lack. */
const lookOf = (element: Element): string =>
  [
    element,
    element.firstElementChild,
    element.parentElement,
    element.parentElement?.parentElement,
    element.parentElement?.querySelector('fieldset'),
  ]
    .map((part) => (part ? getComputedStyle(part) : null))
    .map((style) =>
      style
        ? [style.outline, style.boxShadow, style.borderColor, style.borderWidth, style.backgroundColor].join(' ')
        : '',
    )
    .join('; ');

/** Works with the keyboard alone, and sees to it that the focus can be seen wherever it acts. */
export class KeyboardHand implements Hand {
  constructor(readonly page: Page) {}

  /** Goes with Tab to something, and makes sure that it is seen to have the focus. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor();
    const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
    const was = (await isThere()) ? null : await target.evaluate(lookOf);
    for (let step = 0; !(await isThere()); step += 1) {
      if (step === mostSteps) throw new Error(`the Tab key never gets to ${String(target)}`);
      const isBefore = await target.evaluate((element) =>
        Boolean(element.compareDocumentPosition(document.activeElement ?? document.body) & 4),
      );
      await this.page.keyboard.press(isBefore && step < mostSteps / 2 ? 'Shift+Tab' : 'Tab');
    }
    expect(await target.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
    if (was === null) return;
    await expect
      .poll(() => target.evaluate(lookOf), { message: `the focus on ${String(target)} can't be seen` })
      .not.toBe(was);
  }

  async press(target: Locator): Promise<void> {
    await this.reach(target);
    const isBox = await target.evaluate((element) => element.matches('[type=checkbox], [type=radio]'));
    await this.page.keyboard.press(isBox ? 'Space' : 'Enter');
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    await expect.poll(() => field.inputValue()).toBe(text);
  }

  async choose(list: Locator, option: string): Promise<void> {
    await this.reach(list);
    await this.page.keyboard.press('Enter');
    await this.go('option', option);
    await this.page.getByRole('listbox').waitFor({ state: 'detached' });
  }

  /** Goes with the arrows to an item of the open list or menu and takes it. */
  async go(role: 'option' | 'menuitem', name: string): Promise<void> {
    const item = this.page.getByRole(role, { name, exact: true });
    await item.waitFor();
    const isThere = (): Promise<boolean> => item.evaluate((element) => element === document.activeElement);
    for (let step = 0; !(await isThere()); step += 1) {
      if (step === mostSteps) throw new Error(`the arrows never get to ${name}`);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }
}
