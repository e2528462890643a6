import { afterAll, beforeEach, expect, it } from 'vitest';
import { cancelTicket } from '../../ticket/cancel-ticket.ts';
import { changeUrgency } from '../../ticket/change-urgency.ts';
import { reassignStep } from '../../ticket/step/reassign-step.ts';
import { commentTicket } from '../../ticket/comment-ticket.ts';
import { fireTimers } from '../../ticket/timer/fire-timers.ts';
import { updateTrigger } from './write-trigger.ts';
import { openTriggerDesk } from './testing/trigger-desk.ts';

const { test, desk, agent, boss, fresh, later, trigger, ticket, dispatch, runs, stateOf, clear, drop } =
  await openTriggerDesk();
afterAll(drop);
beforeEach(clear);

it('fires when time has passed since the last change, once for each, and not for what ended before', async () => {
  const hour = 3_600;
  await trigger({ kind: 'time_since', since: 'updated', seconds: hour }, [
    { kind: 'notify', to: [{ kind: 'creator' }], message: 'Nobody has looked at {{ticket.number}}' },
  ]);
  const id = await ticket();
  await dispatch();
  later(hour / 2);
  await commentTicket(fresh(agent), { ticketId: id, body: 'Still at it' });
  await dispatch();
  later(hour / 2 + 1);
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toEqual([]);
  later(hour / 2);
  await fireTimers(fresh(desk.system), id);
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toMatchObject([{ outcome: 'done' }]);
  const ended = await ticket();
  await dispatch();
  await cancelTicket(fresh(agent), { ticketId: ended, reason: 'Not needed' });
  await dispatch();
  later(2 * hour);
  await fireTimers(fresh(desk.system), ended);
  expect(await runs()).toHaveLength(1);
});

it('counts from the last step of the flow without being set anew by it', async () => {
  const hour = 3_600;
  await trigger({ kind: 'time_since', since: 'updated', seconds: hour }, [
    { kind: 'notify', to: [{ kind: 'creator' }], message: 'Nobody has looked at {{ticket.number}}' },
  ]);
  await dispatch();
  const id = await ticket();
  later(hour / 2);
  await changeUrgency(fresh(agent), { ticketId: id, urgency: 'high' });
  const { status } = await stateOf(id);
  const step = await test.database
    .selectFrom('ticketStep')
    .select('tokenId as stepId')
    .where('ticketId', '=', id)
    .where('isActive', '=', true)
    .executeTakeFirstOrThrow();
  const toAgentId = boss.actor.agentId ?? '';
  await reassignStep(fresh(agent), { ticketId: id, stepId: step.stepId, toAgentId });
  expect((await stateOf(id)).status).not.toBe(status);
  // Neither the new ticket nor a step, nor a status in which it goes on, leaves the triggers anything to do.
  const waiting = test.database.selectFrom('outbox').select('id').where('kind', '=', 'trigger');
  expect(await waiting.where('isPending', '=', true).execute()).toEqual([]);
  later(hour / 2 + 1);
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toEqual([]);
  later(hour / 2);
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toMatchObject([{ outcome: 'done' }]);
});

it('counts from when a ticket was made, also where the trigger was switched on while that was done', async () => {
  const triggerId = await trigger({ kind: 'time_since', since: 'created', seconds: 600 }, [
    { kind: 'comment', body: 'Old' },
  ]);
  const id = await ticket();
  const timer = test.database.selectFrom('ticketTimer').select(['key', 'fireAt']).where('ticketId', '=', id);
  const set = await timer.where('kind', '=', 'trigger').execute();
  const { createdAt } = await stateOf(id);
  expect(set).toEqual([{ key: `trigger:${triggerId}`, fireAt: new Date(createdAt.getTime() + 600_000) }]);
  await dispatch();
  expect(await timer.where('kind', '=', 'trigger').execute()).toEqual(set);
});

it('counts on tickets that were there from when the trigger was switched on', async () => {
  const id = await ticket();
  later(30 * 24 * 3_600);
  const triggerId = await trigger({ kind: 'time_since', since: 'created', seconds: 600 }, [
    { kind: 'comment', body: 'Old' },
  ]);
  await dispatch();
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toEqual([]);
  later(601);
  await updateTrigger(fresh(boss), { triggerId, expectedVersion: 1, name: 'Renamed' });
  await fireTimers(fresh(desk.system), id);
  expect(await runs()).toMatchObject([{ triggerId, triggerVersion: 2, outcome: 'done' }]);
});
