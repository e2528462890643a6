import { DateTime } from 'luxon';
import type { z } from 'zod';
import { customersInReach } from '../customer/customer-access.ts';
import { initialState } from '../flow/flow-state.ts';
import { requireAgent, requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError, NotPermittedError, ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';
import { nextNumber } from '../platform/number-sequence.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { loadCompany } from '../identity/company/load-company.ts';
import { loadVisibleCalls } from '../telephony/call-access.ts';
import { linkCallTicket } from '../telephony/link-call-ticket.ts';
import { loadVersion, type TicketTypeVersion } from '../ticket-type/load-version.ts';
import { mayCreate } from '../ticket-type/may-create.ts';
import { applyFlowEvent } from './apply-flow-event.ts';
import { removeTicketDraft } from './draft/discard-ticket-draft.ts';
import { indexTicket } from './index-ticket.ts';
import { parseForm } from './answer/parse-form.ts';
import { carryFromParent } from './sub-ticket/carry-from-parent.ts';
import { tellParent, type ToldBy } from './sub-ticket/tell-parent.ts';
import { loadVisibleTickets, type TicketRow } from './ticket-access.ts';
import { createTicketInput, type CreateTicketInput, type TicketSource } from './ticket-input.ts';

type Facts = z.output<typeof createTicketInput>;

/** The version that a new ticket of this type takes. Throws if the type is disabled or closed to the caller. */
export async function versionForCreation(context: Context, typeId: string): Promise<TicketTypeVersion> {
  const type = await keepForAMoment(context.pool, `ticket-type:${typeId}`, () =>
    context.db
      .selectFrom('ticketType')
      .select(['currentVersionId', 'isActive'])
      .where('id', '=', typeId)
      .executeTakeFirst(),
  );
  if (!type?.currentVersionId) throw new NotFoundError('ticket type');
  if (!type.isActive) {
    throw ValidationError.at('typeId', 'type_disabled', {
      en: 'This ticket type is disabled: no new tickets can be made. Choose another.',
      zh: '该工单类型已停用，不能新建，请另选类型。',
    });
  }
  const version = await loadVersion(context, type.currentVersionId);
  if (!(await mayCreate(context, version.definition))) throw new NotPermittedError('ticket.create');
  return version;
}

/** The links of a new ticket must be to records that its maker may see. */
export async function requireVisibleLinks(
  context: Context,
  facts: Pick<Facts, 'customerId' | 'callId' | 'parentId'>,
): Promise<void> {
  if (facts.parentId) {
    const [parent] = await loadVisibleTickets(context, [facts.parentId]);
    if (!parent || parent.status === 'draft') throw new NotFoundError('parent ticket');
  }
  if (facts.callId) {
    const [call] = await loadVisibleCalls(context, [facts.callId]);
    if (!call) throw new NotFoundError('call');
  }
  if (!facts.customerId) return;
  const inReach = await customersInReach(context, 'customer.read');
  const customer = await context.db
    .selectFrom('customer')
    .select('id')
    .where('id', '=', facts.customerId)
    .where(inReach)
    .executeTakeFirst();
  if (!customer) throw new NotFoundError('customer');
}

/** The next number of a type, such as WX-260317-0042; the day is the company's. Never reused. */
export async function nextTicketNumber(context: Context, prefix: string): Promise<string> {
  const { zone } = await loadCompany(context);
  const day = DateTime.fromJSDate(context.now(), { zone }).toFormat('yyMMdd');
  const value = await nextNumber(context, `ticket:${prefix}:${day}`);
  return `${prefix}-${day}-${String(value).padStart(4, '0')}`;
}

/** Whose a new ticket is, and where it comes from. */
export interface TicketMaker {
  agentId: string;
  departmentId: string | null;
  source: TicketSource;
}

const sources = { agent: 'agent', integration: 'api', system: 'flow', anonymous: 'agent' } as const;

/** The caller as the maker of a ticket. Throws NotPermittedError if nobody acts. */
const callerAsMaker = ({ actor }: Context, { callId }: Partial<Facts>): TicketMaker => ({
  agentId: requireAgent(actor),
  departmentId: actor.departmentId,
  source: callId ? 'call' : sources[actor.kind],
});

/** The columns of a ticket that nothing has happened to yet. */
export function newTicketRow(
  context: Context,
  facts: Partial<Facts>,
  version: TicketTypeVersion,
  id: string,
  number: string,
  maker: TicketMaker = callerAsMaker(context, facts),
) {
  const now = context.now();
  return {
    id,
    number,
    typeId: version.typeId,
    versionId: version.id,
    title: facts.title ?? '',
    status: 'draft',
    urgency: facts.urgency ?? 'normal',
    urgencyRank: 1,
    source: maker.source,
    customerId: facts.customerId ?? null,
    contactName: facts.contactName ?? null,
    contactPhone: facts.contactPhone ?? null,
    callId: facts.callId ?? null,
    parentId: facts.parentId ?? null,
    creatorId: maker.agentId,
    departmentId: maker.departmentId ?? '',
    answers: JSON.stringify(facts.answers ?? {}),
    flowState: JSON.stringify(initialState()),
    sequence: 0,
    isActive: false,
    createdAt: now,
    updatedAt: now,
  };
}

/** A new row as the interpreter takes it, before it has been written. */
export const unmovedTicket = (row: ReturnType<typeof newTicketRow>): TicketRow => ({
  ...row,
  handlerId: null,
  groupId: null,
  nodeId: null,
  answers: {},
  flowState: { ...initialState() },
  version: 1,
  slaState: null,
  slaPolicy: null,
  dueAt: null,
  completedAt: null,
});

/**
 * Creates a ticket and starts its flow and clocks. Returns the id. A sub-ticket stands in its parent's history, as done
 * by `toldBy`: the caller, unless a node of the parent's flow makes it.
 * Throws ValidationError with paths into the form, NotPermittedError, NotFoundError.
 */
export async function createTicket(context: Context, input: CreateTicketInput, toldBy?: ToldBy): Promise<string> {
  requirePermission(context.actor, 'ticket.create');
  const asked = parseInput(createTicketInput, input);
  const version = await versionForCreation(context, asked.typeId);
  await requireVisibleLinks(context, asked);
  const facts = await carryFromParent(context, asked);
  const start = version.definition.flow.nodes.find((node) => node.kind === 'start');
  const answers = parseForm(version.definition.form, facts.answers, { nodeId: start?.id ?? '' });
  const number = await nextTicketNumber(context, version.definition.prefix);
  const id = newId();
  const maker = { ...callerAsMaker(context, facts), ...(toldBy && { source: 'flow' as const }) };
  return inTransaction(context, async (context) => {
    if (facts.draftId) await removeTicketDraft(context, facts.draftId);
    const ticket = unmovedTicket(newTicketRow(context, facts, version, id, number, maker));
    await applyFlowEvent(
      context,
      ticket,
      version,
      { type: 'create', urgency: facts.urgency, answers },
      { kind: 'created' },
    );
    await indexTicket(context, ticket);
    if (facts.callId) await linkCallTicket(context, facts.callId, { id, customerId: facts.customerId ?? null });
    if (facts.parentId) {
      await tellParent(context, facts.parentId, id, toldBy ?? { actorId: context.actor.agentId, nodeId: null });
    }
    return id;
  });
}
