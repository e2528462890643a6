import type { Insertable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { startTriggerTimers } from '../automation/trigger/start-trigger-timers.ts';
import { advance } from '../flow/advance.ts';
import type { FlowEffect } from '../flow/flow-effect.ts';
import type { FlowEvent } from '../flow/flow-event.ts';
import { isFinished, type FlowState } from '../flow/flow-state.ts';
import { lookupsFor } from '../flow/lookup.ts';
import type { Refusal } from '../flow/refusal.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { insertSoon, writeSoon } from '../platform/insert-rows.sql.ts';
import { URGENCIES } from '../platform/urgency.ts';
import { keepClocks } from '../sla/clock/keep-clocks.ts';
import type { TicketTypeVersion } from '../ticket-type/load-version.ts';
import { standInChanges } from './step/stand-in-changes.ts';
import { answerLookups } from './answer/answer-lookups.ts';
import { appendEvent, type FieldChange, type Moved } from './append-event.ts';
import { attachAnswerFiles } from './answer/attach-answer-files.ts';
import { startChecklists } from './checklist/step-checklist.ts';
import { notifyPeople } from './notify-people.ts';
import { requireSubTicketsEnded } from './sub-ticket/require-sub-tickets-ended.ts';
import { wakeWaiting } from './sub-ticket/wake-waiting.ts';
import type { TicketRow } from './ticket-access.ts';
import { writeFieldValues } from './answer/write-field-values.ts';
import { writeParticipants, writeSteps, type Participation } from './step/write-steps.ts';
import { notifyWatchers } from './watch/notify-watchers.ts';
import { wakeWorkflow } from './timer/enqueue-wake.ts';
import { keepTimers, openTimers, writeTimers } from './timer/keep-timers.ts';

type WithoutBase<E> = E extends FlowEvent ? Omit<E, 'at' | 'actorId' | 'lookups' | 'standIns'> : never;
/** What happened, without when, by whom and the lookups, which are filled in here. */
export type FlowAct = WithoutBase<FlowEvent>;

/** What the history says besides the flow event itself. */
export interface Telling {
  kind: string;
  nodeId?: string | null;
  body?: string | null;
  changes?: FieldChange[];
}

/** The refusal as the caller sees it: who has it, and what is there now. */
async function refused(context: Context, ticket: TicketRow, refusal: Refusal): Promise<ConflictError> {
  const other = refusal.agentId
    ? await context.db.selectFrom('agent').select(['name']).where('id', '=', refusal.agentId).executeTakeFirst()
    : undefined;
  const message = other
    ? { en: `${refusal.message.en} It is with ${other.name}.`, zh: `${refusal.message.zh}（${other.name}）` }
    : refusal.message;
  return new ConflictError(refusal.code, message, {
    version: ticket.version,
    status: ticket.status,
    agentId: refusal.agentId,
    agentName: other?.name ?? null,
    detail: refusal.detail,
  });
}

const partsIn = (effect: FlowEffect): Participation[] => {
  if (effect.type === 'assign') return [{ agentId: effect.agentId, role: 'handler' }];
  if (effect.type === 'offer' && effect.group === null) {
    return effect.agentIds.map((agentId) => ({ agentId, role: 'candidate' }));
  }
  if (effect.type === 'notify' && effect.purpose === 'copied') {
    return effect.agentIds.map((agentId) => ({ agentId, role: 'copied' }));
  }
  return [];
};

function movedBetween(before: FlowState, after: FlowState): Moved {
  const visits = new Map(before.tokens.map(({ id, nodeId }) => [id, nodeId]));
  const stayed = new Set(after.tokens.filter(({ id, nodeId }) => visits.get(id) === nodeId).map(({ id }) => id));
  return {
    status: { from: before.status, to: after.status },
    left: before.tokens.filter(({ id }) => !stayed.has(id)).map(({ nodeId }) => nodeId),
    entered: after.tokens.filter(({ id }) => !stayed.has(id)).map(({ nodeId }) => nodeId),
  };
}

/** The columns that an event sets. */
type MovedColumns = Partial<Insertable<DB['ticket']>>;

/** Writes a ticket that has only just been made, or what an event changed of one. */
async function writeTicket(context: Context, ticket: TicketRow, columns: MovedColumns): Promise<void> {
  if (ticket.sequence === 0) {
    return insertSoon(context, 'ticket', [{ ...ticket, ...columns } as Insertable<DB['ticket']>]);
  }
  await writeSoon(context, context.db.updateTable('ticket').set(columns).where('id', '=', ticket.id));
}

/**
 * Moves a ticket by one event: interpreter, history, steps, clocks, timers, notifications and outbox, all in the
 * caller's transaction, which must hold the ticket's lock. A ticket without events is written with its first one.
 * Throws ConflictError when the event may not happen now, also because a sub-ticket has to end first.
 */
export async function applyFlowEvent(
  context: Context,
  ticket: TicketRow,
  version: TicketTypeVersion,
  act: FlowAct,
  telling: Telling,
): Promise<FlowState> {
  const { definition } = version;
  const before = ticket.flowState as FlowState;
  const now = context.now();
  const asked: FlowEvent = { ...act, at: now.toISOString(), actorId: context.actor.agentId, lookups: {} };
  const { lookups, standIns } = await answerLookups(context, lookupsFor(definition, before, asked));
  const event: FlowEvent = { ...asked, lookups, ...(Object.keys(standIns).length > 0 ? { standIns } : {}) };
  const advanced = advance(definition, before, event);
  if (!advanced.ok) throw await refused(context, ticket, advanced.refusal);
  const { state, effects, trace } = advanced;
  if (state.status === 'completed') await requireSubTicketsEnded(context, ticket);
  // Nothing is set or stored of a ticket that has only just been made.
  const isNew = ticket.sequence === 0;
  const timers = await openTimers(context, { id: ticket.id, isNew });

  const sequence = ticket.sequence + 1;
  const eventId = await appendEvent(context, ticket.id, sequence, {
    ...telling,
    typeId: ticket.typeId,
    changes: [...(telling.changes ?? []), ...standInChanges(before, state)],
    actorId: context.actor.agentId,
    input: event,
    trace,
    moved: movedBetween(before, state),
    timers,
  });
  await startChecklists(context, ticket.id, definition, effects);
  const holder = await writeSteps(context, ticket.id, before, state, effects);
  const { agentId } = context.actor;
  await writeParticipants(context, ticket.id, [
    ...(isNew ? [{ agentId: ticket.creatorId, role: 'creator' } as const] : []),
    ...(agentId ? [{ agentId, role: 'handler' } as const] : []),
    ...effects.flatMap(partsIn),
  ]);
  const { columns: promised, calendar } = await keepClocks(context, ticket, timers, definition, before, state, effects);
  keepTimers(now, timers, effects, calendar.definition);
  const isOver = isFinished(state);
  if (isNew) await startTriggerTimers(context, timers, { ...ticket, ...promised, isActive: !isOver }, eventId);
  await writeTimers(context, timers);
  await writeFieldValues(
    context,
    { id: ticket.id, type: 'ticket', isNew },
    definition.form,
    before.answers,
    state.answers,
  );
  await attachAnswerFiles(context, ticket.id, definition.form, state.answers);
  await writeTicket(context, ticket, {
    ...holder,
    ...promised,
    status: state.status,
    urgency: state.urgency,
    urgencyRank: URGENCIES.indexOf(state.urgency),
    answers: JSON.stringify(state.answers),
    flowState: JSON.stringify(state),
    sequence,
    version: ticket.version + 1,
    isActive: !isOver,
    updatedAt: now,
    completedAt: isOver ? now : null,
  });
  await notifyPeople(context, ticket, definition, effects);
  if (!isNew) {
    const told = effects.flatMap((effect) => (effect.type === 'notify' ? effect.agentIds : []));
    const happened = state.status === 'completed' ? 'completed' : telling.kind;
    await notifyWatchers(context, ticket, { kind: 'progress', sequence, event: happened }, told);
  }
  await recordEvent(context, {
    kind: `ticket.${telling.kind}`,
    subjectType: 'ticket',
    subjectId: ticket.id,
    payload: { sequence, status: state.status },
  });
  await wakeWorkflow(context, timers);
  if (isOver) await wakeWaiting(context, ticket.id);
  return state;
}
