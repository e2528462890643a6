import { readFileSync } from 'node:fs';
import { plant } from './plant.ts';

const repair = new URL('../../prisma/seed/ticket-types/repair.json', import.meta.url);

interface Hasty {
  key?: string;
  prefix?: string;
  /** Over which channels the reminder and the breach are told, beside the product. */
  channelIds?: string[];
}

/** The demo's repair with a first response promised in so many seconds, around the clock. */
export function hastyRepair(
  firstResponseSeconds: number,
  { key = 'hasty-repair', prefix = 'JJ', channelIds }: Hasty = {},
): unknown {
  const definition: unknown = JSON.parse(readFileSync(repair, 'utf8'));
  const targets = { firstResponseSeconds, completionSeconds: 3600 };
  plant(definition, 'key', key);
  plant(definition, 'name', { en: 'Hasty repair', zh: '加急维修' });
  plant(definition, 'prefix', prefix);
  plant(definition, 'sla', {
    name: { en: 'Seconds', zh: '按秒' },
    calendar: 'always',
    targets: { low: targets, normal: targets, high: targets, urgent: targets },
    pausesIn: ['suspended'],
    reminders: [{ key: 'soon', clock: 'first_response', at: { percent: 40 }, to: ['handler'], channelIds }],
    ...(channelIds && { atBreach: { first_response: { to: ['handler'], channelIds } } }),
    escalations: [
      { key: 'leader', clock: 'first_response', afterSeconds: 0, to: ['group_leader'] },
      { key: 'manager', clock: 'first_response', afterSeconds: 5, to: ['manager'] },
    ],
  });
  return definition;
}
