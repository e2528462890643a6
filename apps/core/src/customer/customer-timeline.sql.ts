import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { callsInReach } from '../telephony/call-access.ts';
import { ticketsInReach } from '../ticket/ticket-access.ts';

export type TimelineKind = 'call' | 'ticket' | 'follow_up' | 'change';

/** Something that was done with a customer: which record, and when. */
export interface TimelineRow {
  kind: TimelineKind;
  id: string;
  at: Date;
}

/** Everything that was done with a customer and that the caller may see, as one table to be paged by time and id. */
export async function customerTimeline(context: Context, customerId: string) {
  const calls = await callsInReach(context);
  const tickets = await ticketsInReach(context, 'ticket.read');
  const { db } = context;
  const kind = (value: TimelineKind) => sql<TimelineKind>`${value}`.as('kind');
  const all = db
    .selectFrom('call')
    .select([kind('call'), 'call.id', 'call.startedAt as at'])
    .where('customerId', '=', customerId)
    .where(calls)
    .unionAll(
      db
        .selectFrom('ticket')
        .select([kind('ticket'), 'ticket.id', 'ticket.createdAt as at'])
        .where('customerId', '=', customerId)
        .where('status', '<>', 'draft')
        .where(tickets),
    )
    .unionAll(
      db
        .selectFrom('followUp')
        .select([kind('follow_up'), 'followUp.id', 'followUp.createdAt as at'])
        .where('customerId', '=', customerId),
    )
    .unionAll(
      db
        .selectFrom('customerChange')
        .select([kind('change'), 'customerChange.id', 'customerChange.at as at'])
        .where('customerId', '=', customerId),
    );
  return db.selectFrom(all.as('timeline')).selectAll();
}
