import type { FlowState } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import type { TicketTypeVersion } from '../../ticket-type/load-version.ts';
import { applyFlowEvent, type FlowAct } from '../apply-flow-event.ts';
import type { TicketRow } from '../ticket-access.ts';
import { setTimers } from '../timer/write-timers.ts';
import { subTicketsOpen } from './require-sub-tickets-ended.ts';

/** What moves a ticket by itself: a time that is up, an automatic step that is done. */
export type AutomaticAct = Extract<FlowAct, { type: 'timer_fired' | 'automatic_finished' }>;

const lookAgainMs = 60 * 60 * 1000;

/** Moves a ticket by itself; what a sub-ticket holds back is kept and tried again when one ends. */
export async function applyOrHold(
  context: Context,
  ticket: TicketRow,
  version: TicketTypeVersion,
  act: AutomaticAct,
): Promise<void> {
  const token = (ticket.flowState as FlowState).tokens.find(({ id }) => id === act.tokenId);
  try {
    await applyFlowEvent(context, ticket, version, act, { kind: act.type, nodeId: token?.nodeId ?? null });
  } catch (error) {
    if (!(error instanceof ConflictError) || error.code !== subTicketsOpen) throw error;
    const fireAt = new Date(context.now().getTime() + lookAgainMs);
    await setTimers(context, ticket.id, [{ key: `held:${act.tokenId}`, kind: 'held', fireAt, payload: { act } }]);
  }
}
