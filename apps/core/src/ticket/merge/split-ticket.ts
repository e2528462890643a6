import { z } from 'zod';
import { filesOf } from '../../file/keep-file.ts';
import { storeFile } from '../../file/store-file.ts';
import { formFields } from '../../form/form-fields.ts';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { addHistoryLine } from '../add-history-line.ts';
import { attachFiles } from '../attach-files.ts';
import { createTicket, versionForCreation } from '../create-ticket.ts';
import { otherTicketChange } from '../link/tell-both.ts';
import { requireMayLink } from '../link/require-link.ts';
import { lockTickets } from '../lock-ticket.ts';
import { loadVisibleTickets } from '../ticket-access.ts';
import { urgencySchema } from '../ticket-input.ts';
import { splitTicketInput } from './merge-input.ts';
import { requireNotMerged } from './require-not-merged.ts';

const notes = ['commented', 'supplemented'];
const fileChanges = z.array(z.object({ field: z.string(), to: z.unknown() }));
const fileSchema = z.object({ id: z.string(), name: z.string() });

interface SourceNote {
  sequence: number;
  actorId: string | null;
  files: { id: string; name: string }[];
}

/** The note that is split off. Throws NotFoundError if there is none at this line. */
async function readNote(context: Context, ticketId: string, sequence: number): Promise<SourceNote> {
  const [ticket] = await loadVisibleTickets(context, [ticketId]);
  const event =
    ticket &&
    (await context.db
      .selectFrom('ticketEvent')
      .select(['actorId', 'changes', 'kind'])
      .where('ticketId', '=', ticketId)
      .where('sequence', '=', sequence)
      .executeTakeFirst());
  if (!event || !notes.includes(event.kind)) throw new NotFoundError('note');
  const files = fileChanges.parse(event.changes).flatMap(({ field, to }) => {
    const file = fileSchema.safeParse(to);
    return field === 'file' && file.success ? [file.data] : [];
  });
  return { sequence, actorId: event.actorId, files };
}

/** Copies of the note's files, which belong to nothing yet: both tickets keep theirs. */
async function copyFiles(context: Context, files: SourceNote['files']): Promise<string[]> {
  const copies: string[] = [];
  for (const { id, name } of files) {
    copies.push(await storeFile(context, { name, content: filesOf(context).read(id) }));
  }
  return copies;
}

/**
 * Splits a note, or a part of what a ticket is about, into a new ticket of the same type, for the same customer, with the
 * same answers as far as its form still has them. The two are linked and both histories say so. Returns the new ticket's
 * id. Throws like `createTicket`, and NotFoundError if there is no such note.
 */
export async function splitTicket(context: Context, input: z.input<typeof splitTicketInput>): Promise<string> {
  const { ticketId, sequence, title, body } = parseInput(splitTicketInput, input);
  const agentId = requireAgent(context.actor);
  const note = sequence ? await readNote(context, ticketId, sequence) : null;
  const fileIds = note ? await copyFiles(context, note.files) : [];
  return inTransaction(context, async (context) => {
    const [locked] = await lockTickets(context, [ticketId]);
    if (!locked) throw new NotFoundError('ticket');
    const { ticket } = locked;
    await requireNotMerged(context, ticketId);
    await requireMayLink(context, [locked]);
    const { definition } = await versionForCreation(context, ticket.typeId);
    const keys = new Set(formFields(definition.form).map(({ key }) => key));
    const answers = Object.fromEntries(Object.entries(locked.state.answers).filter(([key]) => keys.has(key)));
    const { typeId, customerId, contactName, contactPhone } = ticket;
    const urgency = urgencySchema.parse(ticket.urgency);
    const facts = { typeId, title, urgency, customerId, contactName, contactPhone, answers };
    const newTicketId = await createTicket(context, facts);
    const made = await context.db
      .selectFrom('ticket')
      .select(['id', 'sequence', 'status'])
      .where('id', '=', newTicketId)
      .executeTakeFirstOrThrow();
    const told = await addHistoryLine(context, made, {
      kind: 'split_from',
      actorId: agentId,
      changes: [otherTicketChange(ticketId, 'split_from')],
    });
    const files = await attachFiles(context, newTicketId, fileIds);
    await addHistoryLine(
      context,
      { ...made, sequence: told },
      {
        kind: 'commented',
        actorId: note?.actorId ?? agentId,
        body,
        changes: [
          ...(sequence ? [{ field: 'copyOf', from: null, to: { ticketId, sequence } }] : []),
          ...files.map((file) => ({ field: 'file', from: null, to: file })),
        ],
      },
    );
    await addHistoryLine(context, ticket, {
      kind: 'split_into',
      actorId: agentId,
      changes: [otherTicketChange(newTicketId, 'split_into')],
    });
    const link = { ticketId: newTicketId, otherId: ticketId, kind: 'split_from' };
    await insertRows(context, 'ticketLink', [{ id: newId(), ...link, createdAt: context.now(), createdById: agentId }]);
    return newTicketId;
  });
}
