import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { attempt, type Outcome } from './attempt.ts';
import { composeMessage } from './compose-message.ts';
import { tooLate, type DeliveryFault } from './delivery-fault.ts';
import type { DeliveryState } from './delivery-states.ts';
import { rateOpensAt } from './keep-rate.ts';
import { findNotifierChannel, type NotifierChannel } from './notifier-channels.ts';

type DeliveryRow = Selectable<DB['notificationDelivery']>;

/** How long one turn goes on (ms); the next follows at once. */
const turnMs = 8_000;
/** What a sender that died had taken up is taken up again after this time (ms). */
const claimMs = 60_000;
export const mostAttempts = 12;
const lockedMs = 200;
const firstWaitSeconds = 5;
const longestWaitSeconds = 30 * 60;

/** How long to wait after an attempt that failed (s): 5, 10, 20 … and half an hour at most, or what the vendor asks for. */
export const waitAfter = (attempts: number, askedSeconds = 0): number =>
  Math.max(askedSeconds, Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.max(0, attempts - 1)));

/** Takes the next delivery that is due, so that no other sender does; null where there is none. */
const claim = (context: Context, channelId: string): Promise<DeliveryRow | null> =>
  inTransaction(context, async (context) => {
    const now = context.now();
    const row = await context.db
      .selectFrom('notificationDelivery')
      .selectAll()
      .where('channelId', '=', channelId)
      .where('nextAt', '<=', now)
      .orderBy('nextAt')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!row) return null;
    const taken = {
      state: 'sending',
      attempts: row.attempts + 1,
      attemptedAt: now,
      nextAt: new Date(now.getTime() + claimMs),
      updatedAt: now,
    };
    await context.db.updateTable('notificationDelivery').set(taken).where('id', '=', row.id).execute();
    return { ...row, ...taken };
  });

interface Settled {
  state: DeliveryState;
  nextAt: Date | null;
  fault: DeliveryFault | null;
}

/** Writes what came of an attempt, unless another sender has taken the delivery up in between. */
async function settle(context: Context, { id, attempts }: DeliveryRow, settled: Settled): Promise<void> {
  const now = context.now();
  await context.db
    .updateTable('notificationDelivery')
    .set({
      state: settled.state,
      nextAt: settled.nextAt,
      fault: settled.fault && JSON.stringify(settled.fault),
      sentAt: settled.state === 'sent' ? now : null,
      updatedAt: now,
    })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .execute();
}

function afterwards(row: DeliveryRow, outcome: Outcome, now: Date): Settled {
  if (outcome.kind === 'sent') return { state: 'sent', nextAt: null, fault: null };
  if (outcome.kind === 'refused') return { state: 'refused', nextAt: null, fault: outcome.fault };
  if (row.attempts >= mostAttempts) return { state: 'gave_up', nextAt: null, fault: outcome.fault };
  const seconds = waitAfter(row.attempts, outcome.waitSeconds);
  return { state: 'queued', nextAt: new Date(now.getTime() + seconds * 1000), fault: outcome.fault };
}

/** What else waits for the channel need not find out one by one that nobody answers. */
async function pauseOthers(context: Context, channelId: string, until: Date): Promise<void> {
  await context.db
    .updateTable('notificationDelivery')
    .set({ nextAt: until })
    .where('channelId', '=', channelId)
    .where('nextAt', '<', until)
    .where('state', 'in', ['queued', 'held'])
    .execute();
}

async function sendOne(context: Context, channel: NotifierChannel, row: DeliveryRow): Promise<Outcome['kind']> {
  if (context.now() > row.expiresAt || row.attempts > mostAttempts) {
    await settle(context, row, { state: 'gave_up', nextAt: null, fault: tooLate });
    return 'refused';
  }
  const message = await composeMessage(context, row, channel);
  if ('state' in message) {
    await settle(context, row, { state: message.state, nextAt: null, fault: message.fault });
    return 'refused';
  }
  const outcome = await attempt(context, channel, message);
  const settled = afterwards(row, outcome, context.now());
  await settle(context, row, settled);
  if (outcome.kind === 'again' && settled.nextAt) await pauseOthers(context, channel.id, settled.nextAt);
  return outcome.kind;
}

/** When the channel has something to send next; null where nothing waits. */
async function nextDue(context: Context, channelId: string): Promise<Date | null> {
  const row = await context.db
    .selectFrom('notificationDelivery')
    .select('nextAt')
    .where('channelId', '=', channelId)
    .where('nextAt', 'is not', null)
    .orderBy('nextAt')
    .limit(1)
    .executeTakeFirst();
  return row?.nextAt ?? null;
}

/**
 * Sends what is due over a channel, one after the other and no faster than its vendor takes it, for some seconds. May be
 * repeated and interrupted: what a killed sender had begun is begun again under the same message id. Returns when to go
 * on; null where nothing waits, or the channel is off and all of it waits until it is on again.
 */
export async function sendDue(context: Context, channelId: string): Promise<Date | null> {
  const until = context.now().getTime() + turnMs;
  while (context.now().getTime() < until) {
    const channel = await findNotifierChannel(context, channelId);
    if (!channel?.isActive) return null;
    const due = await nextDue(context, channelId);
    if (!due || due > context.now()) return due;
    const opensAt = await rateOpensAt(context, channel);
    if (opensAt && opensAt > context.now()) return opensAt;
    const row = await claim(context, channelId);
    // Whoever holds it is merging a repeat into it.
    if (!row) return new Date(context.now().getTime() + lockedMs);
    await sendOne({ ...context, memo: new Map() }, channel, row);
  }
  return context.now();
}
