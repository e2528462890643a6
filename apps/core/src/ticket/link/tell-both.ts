import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { addHistoryLine } from '../add-history-line.ts';
import type { FieldChange } from '../append-event.ts';
import type { TicketRow } from '../ticket-access.ts';
import { seenFromOther, type LinkRelation } from './link-relations.ts';

const field = 'otherTicket';
const other = z.object({ ticketId: z.string() });

/** The id of the other ticket that an event's changes speak of. */
export function otherTicketIn(changes: readonly FieldChange[]): string | null {
  const change = changes.find((one) => one.field === field);
  const told = other.safeParse(change?.to ?? change?.from);
  return told.success ? told.data.ticketId : null;
}

/** A change that names another ticket, and how it stands to this one. */
export const otherTicketChange = (ticketId: string, relation: LinkRelation | null, isGone = false): FieldChange => {
  const told = { ticketId, relation };
  return { field, from: isGone ? told : null, to: isGone ? null : told };
};

/** Writes into both histories that two tickets were linked, or that a link was taken away. Both must be locked. */
export async function tellBoth(
  context: Context,
  kind: 'linked' | 'unlinked',
  ticket: TicketRow,
  relation: LinkRelation,
  otherTicket: TicketRow,
): Promise<void> {
  const actorId = context.actor.agentId;
  const isGone = kind === 'unlinked';
  await addHistoryLine(context, ticket, {
    kind,
    actorId,
    changes: [otherTicketChange(otherTicket.id, relation, isGone)],
  });
  await addHistoryLine(context, otherTicket, {
    kind,
    actorId,
    changes: [otherTicketChange(ticket.id, seenFromOther(relation), isGone)],
  });
}
