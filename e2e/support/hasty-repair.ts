import { readFileSync } from 'node:fs';
import { plant } from './plant.ts';

const repair = new URL('../../prisma/seed/ticket-types/repair.json', import.meta.url);

/** The demo's repair with a first response promised in so many seconds, around the clock; its key is `hasty-repair`. */
export function hastyRepair(firstResponseSeconds: number): unknown {
  const definition: unknown = JSON.parse(readFileSync(repair, 'utf8'));
  const targets = { firstResponseSeconds, completionSeconds: 3600 };
  plant(definition, 'key', 'hasty-repair');
  plant(definition, 'name', { en: 'Hasty repair', zh: '加急维修' });
  plant(definition, 'prefix', 'JJ');
  plant(definition, 'sla', {
    name: { en: 'Seconds', zh: '按秒' },
    calendar: 'always',
    targets: { low: targets, normal: targets, high: targets, urgent: targets },
    pausesIn: ['suspended'],
    reminders: [{ key: 'soon', clock: 'first_response', at: { percent: 40 }, to: ['handler'] }],
    escalations: [
      { key: 'leader', clock: 'first_response', afterSeconds: 0, to: ['group_leader'] },
      { key: 'manager', clock: 'first_response', afterSeconds: 5, to: ['manager'] },
    ],
  });
  return definition;
}
