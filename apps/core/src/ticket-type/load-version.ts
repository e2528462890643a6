import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { ticketTypeDefinition, type TicketTypeDefinition } from './ticket-type-definition.ts';

/** A published version of a ticket type. Never changes. */
export interface TicketTypeVersion {
  id: string;
  typeId: string;
  number: number;
  definition: TicketTypeDefinition;
}

const mostKept = 500;
const kept = new Map<string, TicketTypeVersion>();

/** Reads a version; since it never changes, each process reads it once. Throws NotFoundError. */
export async function loadVersion(context: Context, versionId: string): Promise<TicketTypeVersion> {
  const known = kept.get(versionId);
  if (known) return known;
  const row = await context.db
    .selectFrom('ticketTypeVersion')
    .select(['id', 'typeId', 'number', 'definition'])
    .where('id', '=', versionId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError('ticket type version');
  const version = { ...row, definition: ticketTypeDefinition.parse(row.definition) };
  if (kept.size >= mostKept) kept.clear();
  kept.set(versionId, version);
  return version;
}
