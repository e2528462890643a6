import { z } from 'zod';
import { toGlobalId } from '../../graphql/global-id.ts';
import { loadCompany } from '../../identity/company/load-company.ts';
import type { Context } from '../../platform/context.ts';
import { NOTIFICATION_KINDS, type NotificationKind } from '../notification-kind.ts';
import { quietHours, quietUntil } from './quiet-hours.ts';

const ownChannels = z.record(z.string().min(1).max(100), z.boolean()).refine((all) => Object.keys(all).length <= 50);

/** What a person wants to hear outside the product; channels are named by their ids in the API. */
export const personSettings = z.strictObject({
  /** Other than what the company has set, by kind and channel. */
  channels: z.partialRecord(z.enum(NOTIFICATION_KINDS), ownChannels).default({}),
  quietHours: quietHours.nullable().default(null),
  /** Until then nothing is sent at all. */
  mutedUntil: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type PersonSettings = z.infer<typeof personSettings>;

/** A person's settings and the zone of their clock. */
export interface PersonWishes extends PersonSettings {
  zone: string;
}

/** What these people want; nothing of their own where they have never said, or what they said cannot be read. */
export async function loadWishes(context: Context, agentIds: readonly string[]): Promise<Map<string, PersonWishes>> {
  const [rows, company] = await Promise.all([
    context.db
      .selectFrom('agentPreference')
      .select(['agentId', 'key', 'setting'])
      .where('agentId', 'in', [...new Set(agentIds)])
      .where('key', 'in', ['notifications', 'timeZone'])
      .execute(),
    loadCompany(context),
  ]);
  const chosen = (agentId: string, key: string): unknown =>
    rows.find((row) => row.agentId === agentId && row.key === key)?.setting;
  return new Map(
    agentIds.map((agentId) => {
      const settings = personSettings.safeParse(chosen(agentId, 'notifications') ?? {});
      const zone = chosen(agentId, 'timeZone');
      return [
        agentId,
        {
          ...(settings.success ? settings.data : personSettings.parse({})),
          zone: typeof zone === 'string' ? zone : company.zone,
        },
      ];
    }),
  );
}

/** Whether somebody has said that they want a kind over a channel, or do not; null where they have not. */
export const choiceOf = (wishes: PersonSettings, kind: NotificationKind, channelId: string): boolean | null =>
  wishes.channels[kind]?.[toGlobalId('Channel', channelId)] ?? null;

export const isMuted = ({ mutedUntil }: PersonSettings, now: Date): boolean =>
  mutedUntil !== null && new Date(mutedUntil) > now;

/** When somebody's quiet hours end that it is now; null where it is none. */
export const quietEnd = (wishes: PersonWishes, now: Date): Date | null =>
  wishes.quietHours && quietUntil(now, wishes.quietHours, wishes.zone);
