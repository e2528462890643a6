import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { toGlobalId } from '../graphql/global-id.ts';
import { newId } from '../platform/id.ts';
import { deliverNotifications } from '../work/deliver-notification.ts';
import { sendDue } from './send-due.ts';
import { setNotificationRules } from './set-notification-rules.ts';
import { openWebhookDesk } from './testing/webhook-desk.ts';

const opened = await openWebhookDesk();
const { desk, receiver, system, agent, admin, channelId, ticketId, clock, later, tell, rows, states, prefer } = opened;
afterAll(opened.drop);
beforeEach(opened.clear);

describe('a notification', () => {
  it('leaves over the channel of its kind, signed, with what its reader may know and no number of a customer', async () => {
    await tell();
    expect(await sendDue(system, channelId)).toBeNull();
    expect(receiver.received).toHaveLength(1);
    const [delivery] = await rows();
    expect(receiver.received[0]?.id).toBe(delivery?.id);
    const { data } = receiver.received[0]?.payload ?? {};
    expect(data).toMatchObject({
      kind: 'ticket.assigned',
      text: '“Visit” was given to you',
      url: 'https://crm.example.com/tickets/V20261129-0001',
    });
    expect(data?.title).toMatch(/^V20261129-0001 客户 138 \*{4} 5678 空调不制冷$/);
    expect(JSON.stringify(data)).not.toMatch(/0571 ?5678|secret note/);
    expect(delivery).toMatchObject({ state: 'sent', attempts: 1, fault: null, nextAt: null });
  });

  it('stays inside where its kind has no channel, and goes where its cause names one', async () => {
    await tell('ticket.returned');
    expect(await rows()).toEqual([]);
    await tell('ticket.returned', { channelIds: [channelId] });
    await tell('ticket.sla_breached', { channelIds: [] });
    expect((await rows()).map(({ kind }) => kind)).toEqual(['ticket.returned']);
  });

  it('is made once with its delivery, however often it is tried', async () => {
    const once = {
      causeId: newId(),
      kind: 'ticket.assigned',
      agentIds: [agent.actor.agentId],
      subjectType: 'ticket',
      subjectId: ticketId,
      isActionable: true,
      params: {},
    };
    await Promise.all([deliverNotifications(system, [once]), deliverNotifications(system, [once, once])]);
    expect(await rows()).toHaveLength(1);
  });

  it('is not told to whoever may no longer see the record', async () => {
    const stranger = await desk.hire({ 'ticket.read': 'self' });
    await tell('ticket.assigned', { agentIds: [stranger.actor.agentId] });
    await sendDue(system, channelId);
    expect(receiver.received).toEqual([]);
    expect((await rows())[0]).toMatchObject({ state: 'skipped', fault: { code: 'out_of_sight' } });
  });
});

describe('repeats about a ticket', () => {
  it('are gathered while one waits, and told with their count', async () => {
    await tell();
    await tell();
    await tell();
    expect(await states()).toEqual(['queued', 'merged', 'merged']);
    await sendDue(system, channelId);
    expect(receiver.received[0]?.payload.data.text).toBe('“Visit” was given to you (3 times)');
  });

  it('keep their distance from one that was sent, and are one message then', async () => {
    await tell();
    await sendDue(system, channelId);
    await tell();
    await tell();
    const nextAt = await sendDue(system, channelId);
    expect(nextAt).toEqual(new Date(clock.now.getTime() + 5 * 60_000));
    expect(receiver.received).toHaveLength(1);
    later(5);
    await sendDue(system, channelId);
    expect(receiver.received).toHaveLength(2);
    expect(await states()).toEqual(['sent', 'sent', 'merged']);
  });

  it('are not held back where the kind is urgent', async () => {
    await tell('ticket.sla_breached');
    await sendDue(system, channelId);
    await tell('ticket.sla_breached');
    await sendDue(system, channelId);
    expect(receiver.received).toHaveLength(2);
  });
});

describe('a person', () => {
  it('may switch a kind off over a channel, or on', async () => {
    const id = toGlobalId('Channel', channelId);
    await prefer({ channels: { 'ticket.assigned': { [id]: false }, 'ticket.returned': { [id]: true } } });
    await tell();
    await tell('ticket.returned');
    expect((await rows()).map(({ kind }) => kind)).toEqual(['ticket.returned']);
  });

  it('hears nothing in quiet hours but what passes them, and the rest at their end', async () => {
    clock.now = new Date('2027-03-01T23:00:00+08:00');
    await prefer({ quietHours: { from: '22:00', until: '07:00' } });
    await tell();
    await tell('ticket.sla_breached');
    const end = new Date('2027-03-02T07:00:00+08:00');
    expect(await sendDue(system, channelId)).toEqual(end);
    expect(receiver.received.map(({ payload }) => payload.data.kind)).toEqual(['ticket.sla_breached']);
    expect(await states()).toEqual(['held', 'sent']);
    clock.now = end;
    await sendDue(system, channelId);
    expect(receiver.received).toHaveLength(2);
  });

  it('is sent nothing at all while everything is muted', async () => {
    await prefer({ mutedUntil: new Date(clock.now.getTime() + 3_600_000).toISOString() });
    await tell('ticket.sla_breached');
    expect((await rows())[0]).toMatchObject({ state: 'skipped', fault: { code: 'muted' } });
    later(61);
    await tell('ticket.sla_breached');
    await sendDue(system, channelId);
    expect(receiver.received).toHaveLength(1);
  });
});

it('keeps two administrators from undoing each other’s rules', async () => {
  const kind = 'ticket.assigned' as const;
  const rule = { kind, channelIds: [channelId], passesQuietHours: false, mergeMinutes: 5 };
  await expect(setNotificationRules(admin, { rules: [{ ...rule, expectedVersion: 0 }] })).rejects.toMatchObject({
    code: 'stale_version',
  });
  await expect(
    setNotificationRules(admin, { rules: [{ ...rule, expectedVersion: 1, channelIds: [newId()] }] }),
  ).rejects.toMatchObject({ code: 'not_found' });
});
