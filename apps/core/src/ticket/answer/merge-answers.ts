import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { mergeChanges } from '../../platform/merge-changes.ts';
import type { FieldChange } from '../append-event.ts';
import { shownAnswers } from './shown-answers.ts';
import type { TicketRow } from '../ticket-access.ts';

type Values = Readonly<Record<string, unknown>>;

/** Names in a history what others had changed and stayed. */
export const keptFromOthers = 'keptFromOthers';

const fieldsSchema = z.array(z.object({ field: z.string() }));

async function whoAnswered(context: Context, ticketId: string) {
  const events = await context.db
    .selectFrom('ticketEvent')
    .leftJoin('agent', 'agent.id', 'ticketEvent.actorId')
    .select(['ticketEvent.changes', 'ticketEvent.at', 'agent.name as by'])
    .where('ticketEvent.ticketId', '=', ticketId)
    .orderBy('ticketEvent.sequence', 'desc')
    .limit(50)
    .execute();
  return (field: string) => {
    const event = events.find(({ changes }) => fieldsSchema.parse(changes).some((change) => change.field === field));
    return { by: event?.by ?? null, at: event?.at ?? null };
  };
}

/**
 * Merges the answers that somebody sends with what others changed since they had read `read`; without it all that is
 * sent stands. Returns what to write and what the history says of it. Throws ConflictError with both sides of each
 * field that both changed, as the caller may see them.
 */
export async function mergeAnswers(
  context: Context,
  ticket: TicketRow,
  sent: Values,
  read: Values | null,
): Promise<{ values: Values; told: FieldChange[] }> {
  if (!read) return { values: sent, told: [] };
  const { kept, conflicts } = mergeChanges(read, sent, await shownAnswers(context, ticket));
  if (conflicts.length > 0) {
    const lastOf = await whoAnswered(context, ticket.id);
    throw ConflictError.sameFields(
      ticket.version,
      conflicts.map(({ field, ...sides }) => ({ field, ...sides, ...lastOf(`answers.${field}`) })),
    );
  }
  if (kept.length === 0) return { values: sent, told: [] };
  const values = Object.fromEntries(Object.entries(sent).filter(([field]) => !kept.includes(field)));
  return { values, told: [{ field: keptFromOthers, from: null, to: kept }] };
}
