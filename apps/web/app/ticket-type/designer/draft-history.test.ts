import { readFileSync } from 'node:fs';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { expect, it } from 'vitest';
import { changeHistory, startHistory, type DraftAct } from './draft-history.ts';

const file = new URL('../../../../../prisma/seed/ticket-types/repair.json', import.meta.url);
const repair = JSON.parse(readFileSync(file, 'utf8')) as TicketTypeDefinition;
const named = (en: string, icon = repair.icon): TicketTypeDefinition => ({
  ...repair,
  icon,
  name: { ...repair.name, en },
});
const play = (...acts: DraftAct[]) => acts.reduce(changeHistory, startHistory(repair));

it('takes the letters of one field back together, and other moves one by one', () => {
  const typed = play(
    { act: 'edit', definition: named('A'), move: 'name' },
    { act: 'edit', definition: named('Ab'), move: 'name' },
    { act: 'edit', definition: named('Ab', 'wrench') },
  );
  const once = changeHistory(typed, { act: 'undo' });
  expect(once.present).toEqual(named('Ab'));
  const twice = changeHistory(once, { act: 'undo' });
  expect(twice.present).toBe(repair);
  expect(changeHistory(twice, { act: 'undo' })).toBe(twice);
  const again = changeHistory(changeHistory(twice, { act: 'redo' }), { act: 'redo' });
  expect(again.present).toEqual(named('Ab', 'wrench'));
});

it('keeps what was typed while others’ changes came in', () => {
  const sent = named('Mine');
  const saved = named('Mine', 'wrench');
  const typed = named('Mine and more');
  const { present } = play(
    { act: 'edit', definition: sent },
    { act: 'edit', definition: typed },
    { act: 'merge', sent, saved },
  );
  expect(present).toEqual(named('Mine and more', 'wrench'));
});
