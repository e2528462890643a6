import type { FlowState, Token } from '../flow/flow-state.ts';
import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError, NotPermittedError } from '../platform/errors.ts';
import { writePending } from '../platform/insert-rows.sql.ts';
import { loadVersion, type TicketTypeVersion } from '../ticket-type/load-version.ts';
import { mayManage, ticketsInReach, type TicketRow } from './ticket-access.ts';

/** A ticket that this transaction alone may change, with the version it runs on. */
export interface LockedTicket {
  ticket: TicketRow;
  version: TicketTypeVersion;
  state: FlowState;
}

/** Locks a ticket that the caller may see. Throws NotFoundError. Must run inside a transaction. */
export async function lockTicket(context: Context, ticketId: string): Promise<LockedTicket> {
  const ticket = context.bulk?.get(ticketId)?.ticket ?? (await lockRow(context, ticketId));
  if (!ticket) throw new NotFoundError('ticket');
  return { ticket, version: await loadVersion(context, ticket.versionId), state: ticket.flowState as FlowState };
}

async function lockRow(context: Context, ticketId: string): Promise<TicketRow | undefined> {
  // Who has a part in it may wait to be written.
  if (context.bulk) await writePending(context);
  const inReach = await ticketsInReach(context, 'ticket.read');
  return context.db
    .selectFrom('ticket')
    .selectAll()
    .where('id', '=', ticketId)
    .where(inReach)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Locks tickets that the caller may see, always in the same order, so that two people who lock the same ones wait for each
 * other. Returns them in the order asked. Throws NotFoundError, also for a draft.
 */
export async function lockTickets(context: Context, ticketIds: readonly string[]): Promise<LockedTicket[]> {
  const locked = new Map<string, LockedTicket>();
  for (const id of [...new Set(ticketIds)].toSorted()) {
    const one = await lockTicket(context, id);
    if (one.ticket.status === 'draft') throw new NotFoundError('ticket');
    locked.set(id, one);
  }
  return ticketIds.flatMap((id) => locked.get(id) ?? []);
}

/** The token of a step. Throws ConflictError if the step is over. */
export function tokenOf({ ticket, state }: LockedTicket, tokenId: string): Token {
  const token = state.tokens.find(({ id }) => id === tokenId);
  if (token) return token;
  throw new ConflictError(
    'step_over',
    {
      en: 'This step is over. Load the ticket again to see where it is.',
      zh: '该步骤已结束，请刷新工单查看当前进度。',
    },
    { version: ticket.version, status: ticket.status },
  );
}

/** Lets the step's own handler pass, and whoever manages this ticket. Throws NotPermittedError. */
export async function requireHandlerOrManager(context: Context, ticketId: string, token: Token | null): Promise<void> {
  if (context.actor.kind === 'system') return;
  const agentId = requireAgent(context.actor);
  if (token?.assigneeId === agentId || token?.candidateIds.includes(agentId)) return;
  if (!(await mayManage(context, ticketId))) throw new NotPermittedError('ticket.manage');
}
