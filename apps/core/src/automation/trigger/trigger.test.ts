import { afterAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../../platform/id.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { createTag } from '../../tag/create-tag.ts';
import { cancelTicket } from '../../ticket/cancel-ticket.ts';
import { changeUrgency } from '../../ticket/change-urgency.ts';
import { commentTicket } from '../../ticket/comment-ticket.ts';
import { finishWebhook } from './finish-webhook.ts';
import { offerExport, offerToTriggers } from './offer-to-triggers.ts';
import { runTriggers } from './run-triggers.ts';
import { createTrigger, deleteTrigger, moveTrigger, updateTrigger } from './write-trigger.ts';
import { openTriggerDesk } from './testing/trigger-desk.ts';

const {
  test,
  desk,
  agent,
  boss,
  warnings,
  log,
  fresh,
  trigger,
  ticket,
  dispatch,
  runs,
  stateOf,
  history,
  notices,
  clear,
  drop,
} = await openTriggerDesk();
afterAll(drop);
beforeEach(clear);

const high = { kind: 'change_urgency', urgency: 'high' };
const isNormal = { field: 'ticket.urgency', op: 'equals', value: 'normal' };

it('reminds of a sensitive act: tells a person and a role once, with the ticket filled in', async () => {
  await trigger({ kind: 'cancelled' }, [
    {
      kind: 'notify',
      to: [{ kind: 'agent', id: toGlobalId('Agent', boss.actor.agentId) }],
      message: '{{ticket.number}} was cancelled',
    },
  ]);
  const id = await ticket();
  await cancelTicket(fresh(agent), { ticketId: id, reason: 'by mistake' });
  await dispatch(3);
  const { number } = await stateOf(id);
  expect(await notices()).toMatchObject([
    { agentIds: [boss.actor.agentId], params: { message: { en: `${number} was cancelled` } } },
  ]);
  expect(await runs()).toMatchObject([{ outcome: 'done', result: [{ kind: 'notify', outcome: 'done', count: 1 }] }]);
});

it('names the channels over which somebody is told, and no channel that there is not', async () => {
  const channelId = newId();
  const at = { createdAt: new Date(), updatedAt: new Date() };
  await test.database
    .insertInto('channel')
    .values({
      ...at,
      id: channelId,
      pluginId: 'gone',
      kind: 'notifier',
      name: 'Robot',
      isActive: false,
      settings: '{}',
      status: 'off',
    })
    .execute();
  const telling = (id: string) => ({
    kind: 'notify',
    to: [{ kind: 'agent', id: toGlobalId('Agent', boss.actor.agentId) }],
    message: 'New',
    channelIds: [toGlobalId('Channel', id)],
  });
  await expect(trigger({ kind: 'created' }, [telling(newId())])).rejects.toMatchObject({
    issues: [{ code: 'not_there', path: ['definition', 'actions', '0', 'channelIds', '0'] }],
  });
  await trigger({ kind: 'created' }, [telling(channelId)]);
  await ticket();
  await dispatch();
  expect(await notices()).toMatchObject([{ channelIds: [channelId] }]);
});

it('has its effect once, however often and by however many workers it is tried', async () => {
  await trigger({ kind: 'created' }, [{ kind: 'comment', body: 'Seen' }]);
  const id = await ticket();
  const row = await test.database
    .selectFrom('outbox')
    .select('payload')
    .where('kind', '=', 'trigger')
    .executeTakeFirstOrThrow();
  await Promise.all(Array.from({ length: 6 }, () => runTriggers(fresh(desk.system), row.payload, log)));
  const said = (await history(id)).filter(({ kind }) => kind === 'commented');
  expect(said).toHaveLength(1);
  expect(said[0]).toMatchObject({ actorId: null, body: 'Seen', cause: { kind: 'trigger', name: 'A rule' } });
});

it('leaves nothing for the triggers of other types', async () => {
  await trigger({ kind: 'created' }, [{ kind: 'comment', body: 'Seen' }], undefined, { typeId: desk.typeId });
  const line = { eventId: newId(), ticketId: newId(), kind: 'created', changes: [], moved: null };
  const left = test.database.selectFrom('outbox').select('key').where('kind', '=', 'trigger');
  await offerToTriggers(fresh(desk.system), { ...line, typeId: newId() });
  expect(await left.execute()).toEqual([]);
  await offerToTriggers(fresh(desk.system), { ...line, typeId: desk.typeId });
  expect(await left.execute()).toEqual([{ key: line.ticketId }]);
});

it('writes down why it did nothing, with the value that it saw', async () => {
  await trigger({ kind: 'created' }, [high], { field: 'ticket.urgency', op: 'equals', value: 'urgent' });
  await ticket();
  await dispatch();
  expect(await runs()).toMatchObject([
    {
      outcome: 'not_met',
      reason: [{ field: 'ticket.urgency', op: 'equals', expected: 'urgent', actual: 'normal', holds: false }],
      result: [],
    },
  ]);
});

it('reads designed fields, sets one, and tags, in the order of the triggers', async () => {
  const tagId = await createTag(fresh(desk.system), { name: 'Leak' });
  const second = await trigger({ kind: 'created' }, [{ kind: 'add_tags', tagIds: [toGlobalId('Tag', tagId)] }], {
    field: 'ticket.urgency',
    op: 'equals',
    value: 'high',
  });
  const first = await trigger(
    { kind: 'created' },
    [{ kind: 'set_field', field: 'note', value: 'Leaks' }, high],
    { field: 'contact_phone', op: 'starts_with', value: '+86138' },
    { typeId: desk.typeId },
  );
  await moveTrigger(fresh(boss), { triggerId: first, beforeId: second });
  const id = await ticket();
  await dispatch();
  expect(await stateOf(id)).toMatchObject({ urgency: 'high', answers: { note: 'Leaks' } });
  expect((await runs()).map(({ triggerId, outcome }) => [triggerId, outcome])).toEqual([
    [first, 'done'],
    [second, 'done'],
  ]);
  const tagged = await test.database.selectFrom('recordTag').select('tagId').where('ownerId', '=', id).execute();
  expect(tagged).toEqual([{ tagId }]);
  const sequences = (await history(id)).map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.map((_, index) => index + 1));
});

it('stops a ring of triggers after five in a row and twenty in all, and says so in the log', async () => {
  const back = { kind: 'change_urgency', urgency: 'normal' };
  const changed = { kind: 'field_changed', fields: ['urgency'] };
  await trigger(changed, [high], isNormal);
  await trigger(changed, [back], { not: isNormal });
  const id = await ticket();
  await changeUrgency(fresh(agent), { ticketId: id, urgency: 'low' });
  await dispatch();
  const done = await runs();
  const stopped = done.filter(({ outcome }) => outcome === 'stopped');
  expect(Math.max(...done.map(({ depth }) => depth))).toBeLessThanOrEqual(5);
  expect(done.filter(({ outcome }) => outcome === 'done').length).toBeLessThanOrEqual(20);
  expect(stopped.length).toBeGreaterThan(0);
  expect(warnings).toHaveLength(stopped.length);
});

it('lets what one action is refused leave the others be', async () => {
  await trigger({ kind: 'created' }, [
    { kind: 'create_sub_ticket', typeId: toGlobalId('TicketType', desk.typeId), title: 'Call back {{ticket.number}}' },
    { kind: 'comment', body: 'Still here' },
  ]);
  const id = await ticket();
  await dispatch();
  const [run] = await runs();
  // The sub-ticket's form requires a phone that nobody gave.
  expect(run).toMatchObject({
    outcome: 'failed',
    result: [
      { kind: 'create_sub_ticket', outcome: 'failed', fault: { code: 'invalid_input' } },
      { kind: 'comment', outcome: 'done' },
    ],
  });
  expect((await history(id)).map(({ kind }) => kind)).toContain('commented');
});

it('calls out through the outbox, and keeps what came of it', async () => {
  await trigger({ kind: 'commented' }, [{ kind: 'call_webhook', url: 'https://example.com/hook' }]);
  const id = await ticket();
  await commentTicket(fresh(agent), { ticketId: id, body: 'Hello' });
  await dispatch();
  const call = await test.database
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '=', 'webhook')
    .executeTakeFirstOrThrow();
  expect(call.payload).toMatchObject({ url: 'https://example.com/hook', body: { ticket: { urgency: 'normal' } } });
  expect(await runs()).toMatchObject([{ result: [{ outcome: 'waiting' }] }]);
  await finishWebhook(fresh(desk.system), call.key, 'the webhook answered 500');
  await finishWebhook(fresh(desk.system), call.key, null);
  expect(await runs()).toMatchObject([{ outcome: 'failed', result: [{ outcome: 'failed' }] }]);
});

it('answers to exports, which have no ticket', async () => {
  const actions = [
    { kind: 'notify', to: [{ kind: 'agent', id: toGlobalId('Agent', boss.actor.agentId) }], message: 'An export' },
  ];
  await trigger({ kind: 'exported' }, actions, { field: 'event.rows', op: 'gte', value: 100 });
  await offerExport(fresh(desk.system), { id: '01JEXPORT00000000000000001', list: 'customers', count: 99 });
  await offerExport(fresh(desk.system), { id: '01JEXPORT00000000000000002', list: 'customers', count: 100 });
  await dispatch(2);
  expect((await runs()).map(({ outcome }) => outcome)).toEqual(['not_met', 'done']);
  expect(await notices()).toHaveLength(1);
  await expect(trigger({ kind: 'exported' }, [high])).rejects.toMatchObject({ issues: [{ code: 'needs_ticket' }] });
});

it('keeps what a trigger said for the runs that it had, and none answers to what was before it', async () => {
  const id = await ticket();
  const triggerId = await trigger({ kind: 'commented' }, [high]);
  await commentTicket(fresh(agent), { ticketId: id, body: 'One' });
  await dispatch();
  await updateTrigger(fresh(boss), { triggerId, expectedVersion: 1, isActive: false });
  await commentTicket(fresh(agent), { ticketId: id, body: 'Two' });
  await dispatch();
  expect(await runs()).toMatchObject([{ triggerVersion: 1 }]);
  await deleteTrigger(fresh(boss), { triggerId, expectedVersion: 2 });
  const versions = await test.database
    .selectFrom('triggerVersion')
    .select('number')
    .where('triggerId', '=', triggerId)
    .execute();
  expect(versions).toHaveLength(2);
});

it('refuses what cannot work, naming the place', async () => {
  const at = async (definition: object, more: object = {}): Promise<string[]> => {
    try {
      await createTrigger(fresh(boss), { name: 'Bad', definition, ...more });
      return [];
    } catch (error) {
      return (error as { issues: { path: string[] }[] }).issues.map(({ path }) => path.join('.'));
    }
  };
  const on = { kind: 'created' };
  expect(await at({ on, actions: [] })).toEqual(['definition.actions']);
  expect(await at({ on, actions: [high], when: { field: 'ticket.urgency', op: 'contains', value: 'x' } })).toEqual([
    'definition.when.op',
  ]);
  expect(await at({ on, actions: [{ kind: 'set_field', field: 'note', value: 'x' }] })).toEqual([
    'definition.actions.0.field',
  ]);
  expect(await at({ on, actions: [{ kind: 'comment', body: '{{ticket.secret}}' }] })).toEqual([
    'definition.actions.0.body',
  ]);
  expect(await at({ on, actions: [{ kind: 'call_webhook', url: 'ftp://example.com' }] })).toEqual([
    'definition.actions.0.url',
  ]);
  await expect(createTrigger(fresh(agent), { name: 'No right', definition: {} })).rejects.toMatchObject({
    code: 'not_permitted',
  });
});
