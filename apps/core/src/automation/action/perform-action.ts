import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts';
import { isOfferedTo } from '../../flow/flow-state.ts';
import { loadActor } from '../../identity/load-actor.ts';
import { findGroup } from '../../identity/service-group/group-ids.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/outbox.ts';
import { changeTicketTags } from '../../tag/change-ticket-tags.ts';
import type { FieldChange } from '../../ticket/append-event.ts';
import { changeUrgency } from '../../ticket/change-urgency.ts';
import { commentTicket } from '../../ticket/comment-ticket.ts';
import { createTicket } from '../../ticket/create-ticket.ts';
import { lockTicket, type LockedTicket } from '../../ticket/lock-ticket.ts';
import { channelsNamed } from '../../notifier/channels-named.ts';
import { notifyAbout } from '../../ticket/notify-people.ts';
import { handedOver, reassignStep } from '../../ticket/step/reassign-step.ts';
import { findAudience } from '../../sla/policy/find-audience.ts';
import type { Action, ActionKind } from './action.ts';
import { findRecipients } from './find-recipients.ts';
import { fillPlaceholders, type PlaceholderValues } from './placeholders.ts';
import { setAnswer } from './set-answer.ts';
import { ticketPlaceholders } from './ticket-placeholders.ts';

/** What an action came to. `skipped` says that there was nothing to do. */
export interface ActionResult {
  outcome: 'done' | 'skipped' | 'waiting';
  changes?: FieldChange[];
  /** How many people were told. */
  count?: number;
}

/** On what an action acts, and what it belongs to. */
export interface ActionTarget {
  ticketId: string;
  /** Names this action of this run; what it leaves outside has its effect once under it. */
  key: string;
}

interface Task<Kind extends ActionKind> extends ActionTarget {
  context: Context;
  action: Extract<Action, { kind: Kind }>;
  locked: LockedTicket;
  fill: (text: string) => string;
}

const skipped: ActionResult = { outcome: 'skipped' };
const done = (changes: FieldChange[] = []): ActionResult => ({ outcome: 'done', changes });
const own = (ids: readonly string[]): string[] => ids.flatMap((id) => fromGlobalId('Tag', id) ?? []);

async function notify({ context, action, locked, key, fill }: Task<'notify'>): Promise<ActionResult> {
  const { ticket, state } = locked;
  const agentIds = await findRecipients(context, action.to, { creatorId: ticket.creatorId, state });
  if (agentIds.length === 0) return skipped;
  const message = fill(action.message);
  await notifyAbout(context, ticket, {
    causeId: key,
    kind: 'ticket.message',
    agentIds,
    isActionable: true,
    channelIds: channelsNamed(action.channelIds),
    params: { message: { en: message, zh: message } },
  });
  return { outcome: 'done', count: agentIds.length };
}

async function tags({ context, action, ticketId }: Task<'add_tags'> | Task<'remove_tags'>): Promise<ActionResult> {
  const which = action.kind === 'add_tags' ? 'add' : 'remove';
  const { changes } = await changeTicketTags(context, { ticketId, [which]: own(action.tagIds) });
  return changes.length > 0 ? done(changes) : skipped;
}

type Handler = Exclude<Extract<Action, { kind: 'reassign' }>['to'], { kind: 'group' }>;

async function newHandler(context: Context, to: Handler, locked: LockedTicket): Promise<string | null> {
  if (to.kind === 'agent') return fromGlobalId('Agent', to.id);
  if (to.kind === 'creator') return locked.ticket.creatorId;
  const [manager] = await findAudience(context, locked.state, ['manager']);
  return manager ?? null;
}

async function reassign(task: Task<'reassign'>): Promise<ActionResult> {
  const { context, action, ticketId, locked } = task;
  const { to } = action;
  const step = locked.state.tokens.find(
    (token) => (token.assigneeId ?? token.candidateGroup) !== null || token.candidateIds.length > 0,
  );
  if (!step) return skipped;
  if (to.kind === 'group') {
    const group = await findGroup(context, fromGlobalId('ServiceGroup', to.id) ?? '');
    if (isOfferedTo(step, group.key)) return skipped;
    await reassignStep(context, { ticketId, stepId: step.id, toGroupId: group.id });
    return done(handedOver(step.assigneeId, { agentId: null, groupName: group.name }));
  }
  const toAgentId = await newHandler(context, to, locked);
  if (!toAgentId || step.assigneeId === toAgentId) return skipped;
  await reassignStep(context, { ticketId, stepId: step.id, toAgentId });
  return done(handedOver(step.assigneeId, { agentId: toAgentId, groupName: null }));
}

async function makeSubTicket({ context, action, ticketId, locked, fill }: Task<'create_sub_ticket'>) {
  const typeId = fromGlobalId('TicketType', action.typeId);
  // The system has no tickets of its own: they are their parent's creator's.
  const actor = context.actor.kind === 'system' ? await loadActor(context.db, locked.ticket.creatorId) : context.actor;
  if (!typeId || !actor) throw new NotFoundError('ticket type or creator');
  const asked = { typeId, title: fill(action.title).slice(0, 200), parentId: ticketId };
  const toldBy = { actorId: context.actor.agentId, nodeId: null };
  const childId = await createTicket({ ...context, actor }, asked, toldBy);
  return done([{ field: 'subTicket', from: null, to: childId }]);
}

async function callOut({ context, action, locked, key }: Task<'call_webhook'>): Promise<ActionResult> {
  const { ticket } = locked;
  const { number, title, status, urgency } = ticket;
  await enqueue(context, {
    kind: 'webhook',
    key,
    payload: {
      url: action.url,
      body: {
        id: key,
        at: context.now().toISOString(),
        cause: context.cause ? { kind: context.cause.kind, name: context.cause.name } : null,
        ticket: { id: toGlobalId('Ticket', ticket.id), number, title, status, urgency },
      },
    },
  });
  return { outcome: 'waiting' };
}

type Acts = { [Kind in ActionKind]: (task: Task<Kind>) => Promise<ActionResult> };

const acts: Acts = {
  notify,
  set_field: async ({ context, action, locked }) => {
    const changes = await setAnswer(context, locked, action.field, action.value);
    return changes.length > 0 ? done(changes) : skipped;
  },
  change_urgency: async ({ context, action, locked, ticketId }) => {
    const from = locked.state.urgency;
    if (from === action.urgency) return skipped;
    await changeUrgency(context, { ticketId, urgency: action.urgency });
    return done([{ field: 'urgency', from, to: action.urgency }]);
  },
  add_tags: tags,
  remove_tags: tags,
  reassign,
  comment: async ({ context, action, ticketId, fill }) => {
    await commentTicket(context, { ticketId, body: fill(action.body) });
    return done();
  },
  create_sub_ticket: makeSubTicket,
  call_webhook: callOut,
};

/**
 * Does one action to a ticket by the use-case of the act itself, as the caller of `context`: what may be done, and what
 * follows from it, is what it would be by hand. Throws what that throws. Must run inside a transaction.
 */
export async function performAction(context: Context, action: Action, target: ActionTarget): Promise<ActionResult> {
  const locked = await lockTicket(context, target.ticketId);
  const values: PlaceholderValues = await ticketPlaceholders(context, locked.ticket);
  const fill = (text: string): string => fillPlaceholders(text, values);
  const act = acts[action.kind] as (task: Task<ActionKind>) => Promise<ActionResult>;
  return act({ context, action, locked, fill, ...target });
}

/** Whether an action is about a ticket alone, so that there is nothing for it to do where there is none. */
export const needsTicket = ({ kind }: Action): boolean => kind !== 'notify' && kind !== 'call_webhook';
