import type { FlowState } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { applyOrHold } from '../sub-ticket/hold-for-sub-tickets.ts';
import { settleTimers } from '../timer/write-timers.ts';

/** An automatic step that waits to be done outside the database. */
export interface AutomaticStep {
  ticketId: string;
  tokenId: string;
  effect:
    | { type: 'call_webhook'; url: string; answers: Record<string, unknown> }
    | {
        type: 'create_sub_ticket';
        /** The node that makes it. */
        nodeId?: string;
        ticketType: string;
        answers: Record<string, unknown>;
        waitForEnd: boolean;
        /** The sub-ticket, once it is made. */
        childId?: string;
      };
}

/** The automatic steps of a ticket that are to be done now. */
export async function listAutomaticSteps(context: Context, ticketId: string): Promise<AutomaticStep[]> {
  const rows = await context.db
    .selectFrom('ticketTimer')
    .select(['payload'])
    .where('ticketId', '=', ticketId)
    .where('kind', '=', 'automatic')
    .where('settledAt', 'is', null)
    .where('fireAt', '<=', context.now())
    .orderBy('fireAt')
    .execute();
  return rows.map(({ payload }) => {
    const effect = payload as AutomaticStep['effect'] & { tokenId: string };
    return { ticketId, tokenId: effect.tokenId, effect };
  });
}

/** Lets the flow go on after an automatic step; a step that is over already stays as it is. */
export async function finishAutomaticStep(
  context: Context,
  step: { ticketId: string; tokenId: string; succeeded: boolean },
): Promise<void> {
  await inTransaction(context, async (context) => {
    const ticket = await context.db
      .selectFrom('ticket')
      .selectAll()
      .where('id', '=', step.ticketId)
      .forUpdate()
      .executeTakeFirst();
    if (!ticket) return;
    await settleTimers(context, ticket.id, [`automatic:${step.tokenId}`], 'fired');
    const isThere = (ticket.flowState as FlowState).tokens.some((token) => token.id === step.tokenId);
    if (!isThere) return;
    const version = await loadVersion(context, ticket.versionId);
    const { tokenId, succeeded } = step;
    await applyOrHold(context, ticket, version, { type: 'automatic_finished', tokenId, succeeded });
  });
}
