import { loadActor } from '../../identity/load-actor.ts';
import { once } from '../../platform/idempotency.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { createTicket } from '../create-ticket.ts';
import { finishAutomaticStep, type AutomaticStep } from '../step/run-automatic-step.ts';
import { goesOnIn } from '../merge/where-merged.sql.ts';
import { setTimers } from '../timer/write-timers.ts';

const lookAgainMs = 60 * 60 * 1000;

/**
 * Makes the sub-ticket of an automatic step, once, in the name of the parent's creator. The step is finished at once,
 * or, if it waits for the sub-ticket's end, when that has come; of a merged one,
 * when that has ended in which it goes on.
 */
export async function startSubTicket(context: Context, step: AutomaticStep): Promise<void> {
  if (step.effect.type !== 'create_sub_ticket') return;
  const { ticketType, answers, waitForEnd, nodeId } = step.effect;
  const parent = await context.db.selectFrom('ticket').selectAll().where('id', '=', step.ticketId).executeTakeFirst();
  const type = await context.db.selectFrom('ticketType').select('id').where('key', '=', ticketType).executeTakeFirst();
  const actor = parent && (await loadActor(context.db, parent.creatorId));
  if (!parent || !type || !actor) throw new NotFoundError('parent ticket, type or creator');
  const input = {
    typeId: type.id,
    title: parent.title,
    parentId: parent.id,
    answers,
  };
  const key = `sub-ticket:${step.ticketId}:${step.tokenId}`;
  // Which one it is stands in the timer as long as it is waited for; the key is only kept for a day.
  const childId =
    step.effect.childId ??
    (await once({ ...context, actor }, { key, operation: 'startSubTicket', input }, (inner) =>
      createTicket(inner, input, { actorId: null, nodeId: nodeId ?? null }),
    ));
  const child = await context.db.selectFrom('ticket').select('isActive').where('id', '=', childId).executeTakeFirst();
  if (waitForEnd && (child?.isActive || (await goesOnIn(context, childId, parent.id)))) {
    const fireAt = new Date(context.now().getTime() + lookAgainMs);
    const payload = { ...step.effect, tokenId: step.tokenId, childId };
    await setTimers(context, parent.id, [{ key: `automatic:${step.tokenId}`, kind: 'automatic', fireAt, payload }]);
    return;
  }
  await finishAutomaticStep(context, { ...step, succeeded: true });
}
