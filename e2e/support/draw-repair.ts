import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from './browse.ts';
import type { Hand } from './hand.ts';

/** What differs between the hands: how they add, sort and lead. */
export interface Drawing {
  hand: Hand;
  /** Adds a field of this kind and has its label ready to be written. */
  addField: (kind: string) => Promise<void>;
  /** Moves a field to the end of the section below. */
  moveToSection: (field: string, section: string) => Promise<void>;
  /** Adds an option below another, and one behind that. */
  growTree: (parent: string) => Promise<void>;
  /** Adds a node behind another, and has it selected. */
  addNode: (after: string, kind: string) => Promise<void>;
  /** Selects a node. */
  openNode: (node: string) => Promise<void>;
}

export interface DrawnType {
  name: string;
  key: string;
  prefix: string;
}

const tab = (hand: Hand, name: string): Promise<void> =>
  hand.press(hand.page.getByRole('navigation', { name: 'Parts of the type' }).getByRole('link', { name, exact: true }));

const saved = (hand: Hand): Promise<void> =>
  hand.page.locator('.admin-head [role=status]').getByText('Saved').waitFor({ timeout: 30_000 });

/** A repair type from nothing to published: a form of two sections, a rule, a branch on a field, targets. */
export async function drawRepair(drawing: Drawing, type: DrawnType): Promise<void> {
  const { hand } = drawing;
  const { page } = hand;
  await openPage(page, '/ticket-types');
  await hand.press(page.getByRole('button', { name: 'New type' }));
  await hand.write(page.getByRole('textbox', { name: 'Name (English)' }), type.name);
  await hand.write(page.getByRole('textbox', { name: 'Name (Chinese)' }), `${type.name} 维修`);
  await hand.write(page.getByRole('textbox', { name: 'Key' }), type.key);
  await hand.write(page.getByRole('textbox', { name: 'Number prefix' }), type.prefix);
  await hand.press(page.getByRole('button', { name: 'Design it' }));
  await page.getByRole('heading', { name: type.name }).waitFor();
  await drawForm(drawing);
  await saved(hand);
  await tab(hand, 'Flow');
  await drawFlow(drawing);
  await saved(hand);
  await tab(hand, 'SLA');
  const urgent = page.getByRole('group', { name: 'Urgent' });
  await hand.write(urgent.getByRole('spinbutton', { name: 'Completion' }), '6');
  await tab(hand, 'Permissions');
  const may = page.locator('.admin-section').first().getByRole('group', { name: 'Roles' });
  await hand.press(may.getByRole('checkbox', { name: /Super admin/ }));
  await saved(hand);
  await tab(hand, 'Publish');
  await hand.press(page.getByRole('button', { name: 'Publish', exact: true }).and(page.locator(':enabled')));
  await page.getByRole('heading', { level: 1, name: type.name }).waitFor();
}

const inspector = (hand: Hand): Locator => hand.page.getByRole('complementary', { name: 'What is selected' });

async function addNamed(drawing: Drawing, kind: string, en: string, zh: string): Promise<void> {
  const { hand, addField } = drawing;
  await addField(kind);
  const label = inspector(hand).getByRole('textbox', { name: 'Label (English)' });
  await hand.write(label, en);
  await hand.write(inspector(hand).getByRole('textbox', { name: 'Label (Chinese)' }), zh);
}

async function drawForm(drawing: Drawing): Promise<void> {
  const { hand } = drawing;
  const { page } = hand;
  const option = (value: string): Locator => inspector(hand).getByRole('textbox', { name: `Option ${value}, English` });
  await addNamed(drawing, 'One of a list', 'Appliance', '家电');
  await hand.write(option('option_1'), 'Fridge');
  await hand.press(inspector(hand).getByRole('button', { name: 'Add an option' }));
  await hand.write(option('option_2'), 'Oven');
  await addNamed(drawing, 'Step by step choice', 'Part', '部件');
  await hand.write(option('option_1'), 'Cooling');
  await drawing.growTree('option_1');
  await hand.write(option('option_2'), 'Pump');
  await hand.write(option('option_3'), 'Fan');
  await addNamed(drawing, 'Amount', 'Cost', '费用');
  await addNamed(drawing, 'Phone', 'Phone of the shop', '门店电话');
  await addNamed(drawing, 'Date', 'Bought on', '购买日期');
  await addNamed(drawing, 'Single line', 'Model', '型号');
  await hand.press(page.getByRole('button', { name: 'Add section' }));
  await drawing.moveToSection('Model', 'New section');
  await hand.press(page.getByRole('button', { name: 'Add rule' }));
  const rule = page.getByRole('group', { name: 'Rule', exact: true });
  await hand.choose(rule.getByRole('combobox', { name: 'Field', exact: true }), 'Appliance');
  await hand.press(rule.getByRole('checkbox', { name: 'Model' }));
  await hand.press(rule.getByRole('checkbox', { name: 'Appliance' }));
}

const ofNode = (hand: Hand): Locator => hand.page.getByRole('region', { name: 'Inspector' });

async function drawFlow(drawing: Drawing): Promise<void> {
  const { hand } = drawing;
  await drawing.addNode('Created', 'First way that fits');
  await ofNode(hand).getByRole('heading', { name: 'Which way?' }).waitFor();
  await drawing.addNode('Which way?', 'Handle');
  await hand.write(ofNode(hand).getByRole('textbox', { name: 'Name (English)' }), 'Check the cost');
  await hand.choose(ofNode(hand).getByRole('combobox', { name: 'Who handles it' }), 'Creator of the ticket');
  await drawing.openNode('Which way?');
  const way = ofNode(hand).getByRole('group', { name: 'Way 1' });
  await hand.press(way.getByRole('button', { name: 'Condition', exact: true }));
  await hand.choose(way.getByRole('combobox', { name: 'Field' }), 'Cost');
  await hand.choose(way.getByRole('combobox', { name: 'Comparison' }), 'is more than');
  await hand.write(way.getByRole('textbox', { name: 'Value' }), '500');
  await drawing.openNode('Handle');
  await hand.choose(ofNode(hand).getByRole('combobox', { name: 'Who handles it' }), 'Creator of the ticket');
}

/** Makes a ticket of the drawn type and takes it through both its steps, the dear way, to its end. */
export async function workRepair(hand: Hand, { name }: DrawnType): Promise<void> {
  const { page } = hand;
  const link = page.getByRole('link', { name, exact: true });
  // Who may make what is kept for a moment.
  await expect
    .poll(async () => {
      await openPage(page, '/tickets/new');
      return link.count();
    })
    .toBe(1);
  await hand.press(link);
  const form = page.locator('.designed-form');
  await hand.write(page.getByRole('textbox', { name: 'Title' }), `${name} leaks`);
  await hand.write(form.getByRole('textbox', { name: 'Description' }), 'Water under it');
  await hand.choose(form.getByRole('combobox', { name: 'Appliance' }), 'Fridge');
  await hand.choose(form.getByRole('combobox', { name: 'Part, level 1' }), 'Cooling');
  await hand.choose(form.getByRole('combobox', { name: 'Part, level 2' }), 'Pump');
  await hand.write(form.getByRole('textbox', { name: 'Cost' }), '800');
  await hand.write(form.getByRole('textbox', { name: 'Model' }), 'KFR-35GW');
  await hand.press(page.getByRole('button', { name: /^Create ticket/ }));
  await page.getByRole('heading', { level: 1, name: `${name} leaks` }).waitFor();
  const work = page.getByRole('region', { name: 'Handle' });
  for (const step of ['Check the cost', 'Handle']) {
    await work.getByRole('heading', { level: 2, name: step, exact: true }).waitFor();
    const accept = page.getByRole('button', { name: /^Accept/ });
    const submit = page.getByRole('button', { name: /^Submit step/ });
    await accept.or(submit).first().waitFor();
    if (await accept.isVisible()) await hand.press(accept);
    await hand.press(submit);
  }
  await page.locator('.ticket-facts, .ticket-head').getByText('Completed').first().waitFor();
}
