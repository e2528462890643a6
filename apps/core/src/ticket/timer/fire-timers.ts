import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { fireTimeTrigger } from '../../automation/trigger/time-triggers.ts';
import type { FlowState } from '../../flow/flow-state.ts';
import { timerDriftSeconds } from '../../observe/metrics.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { runClock } from '../../sla/clock/run-clock.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { applyOrHold, type AutomaticAct } from '../sub-ticket/hold-for-sub-tickets.ts';
import { nextFireAt, settleTimers } from './write-timers.ts';

type TimerRow = Selectable<DB['ticketTimer']>;

function actOf({ kind, payload }: TimerRow): AutomaticAct {
  if (kind === 'held') return (payload as { act: AutomaticAct }).act;
  const { tokenId, purpose } = payload as { tokenId: string; purpose: 'wait' | 'time_limit' };
  return { type: 'timer_fired', tokenId, purpose };
}

async function fireOne(context: Context, due: TimerRow): Promise<void> {
  await inTransaction(context, async (context) => {
    const ticket = await context.db
      .selectFrom('ticket')
      .selectAll()
      .where('id', '=', due.ticketId)
      .forUpdate()
      .executeTakeFirst();
    const timer = await context.db
      .selectFrom('ticketTimer')
      .selectAll()
      .where('id', '=', due.id)
      .where('settledAt', 'is', null)
      .where('fireAt', '<=', context.now())
      .executeTakeFirst();
    if (!ticket || !timer) return;
    const version = await loadVersion(context, ticket.versionId);
    if (timer.kind === 'sla') {
      const { clockId } = timer.payload as { clockId: string };
      await runClock(context, ticket, version.definition, clockId);
      return;
    }
    if (timer.kind === 'trigger') {
      await fireTimeTrigger(context, ticket, timer);
      return;
    }
    const act = actOf(timer);
    await settleTimers(context, ticket.id, [timer.key], 'fired');
    const isThere = (ticket.flowState as FlowState).tokens.some((token) => token.id === act.tokenId);
    if (isThere) await applyOrHold(context, ticket, version, act);
  });
}

/**
 * Fires what is due on a ticket: clocks' reminders, breaches and escalations, waits and time limits. Each fires once,
 * whoever asks and however often: the row is settled in the transaction of its effect. Returns when to ask again,
 * null if nothing is left to wait for. Automatic steps are left to `nextAutomaticStep`.
 */
export async function fireTimers(context: Context, ticketId: string): Promise<Date | null> {
  const due = await context.db
    .selectFrom('ticketTimer')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('settledAt', 'is', null)
    .where('kind', '!=', 'automatic')
    .where('fireAt', '<=', context.now())
    .orderBy('fireAt')
    .limit(100)
    .execute();
  for (const timer of due) {
    await fireOne(context, timer);
    timerDriftSeconds.observe({ kind: timer.kind }, (context.now().getTime() - timer.fireAt.getTime()) / 1000);
  }
  return nextFireAt(context, ticketId);
}
