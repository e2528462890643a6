import { trackingStateSchema, type Tracking, type TrackingState } from '@handoff/plugin-sdk';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { localizedText } from '../platform/text/localized-text.ts';

/** One event of a parcel as it is kept. */
const keptEvent = z.object({ at: z.coerce.date(), text: z.string(), place: z.string().nullable() });
const keptFault = z.object({ code: z.string(), text: localizedText, isRetryable: z.boolean() });
export type CarrierFault = z.infer<typeof keptFault>;

/** What is known of a parcel through one channel and carrier, newest event first. */
export interface KeptTracking {
  channelId: string;
  carrier: string;
  state: TrackingState | null;
  events: z.infer<typeof keptEvent>[];
  fetchedAt: Date | null;
  fault: CarrierFault | null;
  askedAt: Date;
}

/** What is kept of a number, that asked for last first. */
export async function readKept(context: Context, number: string): Promise<KeptTracking[]> {
  const rows = await context.db
    .selectFrom('courierTracking')
    .selectAll()
    .where('number', '=', number)
    .orderBy('askedAt', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    channelId: row.channelId,
    carrier: row.carrier,
    state: trackingStateSchema.nullable().catch(null).parse(row.state),
    events: z.array(keptEvent).parse(row.events),
    fetchedAt: row.fetchedAt,
    fault: keptFault.nullable().parse(row.fault),
    askedAt: row.askedAt,
  }));
}

interface Asked {
  number: string;
  channelId: string;
  carrier: string;
}

/** Keeps what a carrier said, in place of what it said before. */
export async function keepTracking(context: Context, asked: Asked, { state, events }: Tracking): Promise<void> {
  const newestFirst = events.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const now = context.now();
  const said = { state, events: JSON.stringify(newestFirst), fetchedAt: now, fault: null, askedAt: now };
  await context.db
    .insertInto('courierTracking')
    .values({ id: newId(), ...asked, ...said })
    .onDuplicateKeyUpdate(said)
    .execute();
}

/** Keeps why a carrier said nothing, beside what it said before. */
export async function keepFault(context: Context, asked: Asked, fault: CarrierFault): Promise<void> {
  const said = { fault: JSON.stringify(fault), askedAt: context.now() };
  await context.db
    .insertInto('courierTracking')
    .values({ id: newId(), ...asked, events: '[]', ...said })
    .onDuplicateKeyUpdate(said)
    .execute();
}
