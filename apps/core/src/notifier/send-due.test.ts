import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { setChannelActive } from '../channel/update-channel.ts';
import { forgetKept } from '../platform/keep-for-a-moment.ts';
import { retryDelivery } from './retry-delivery.ts';
import { mostAttempts, sendDue } from './send-due.ts';
import { sendTest } from './send-test.ts';
import { openWebhookDesk } from './testing/webhook-desk.ts';
import { wakeOverdueChannels } from './wake-overdue-channels.ts';

const opened = await openWebhookDesk();
const { test, receiver, system, agent, admin, channelId, clock, later, tell, rows, states } = opened;
afterAll(opened.drop);
beforeEach(opened.clear);

describe('a channel', () => {
  it('that turns a message away for now is asked again later, as late as it says', async () => {
    receiver.fail(503);
    await tell();
    expect(await sendDue(system, channelId)).toEqual(new Date(clock.now.getTime() + 5_000));
    expect((await rows())[0]).toMatchObject({ state: 'queued', attempts: 1, fault: { code: 'webhook_503' } });
    receiver.fail(429, { headers: { 'retry-after': '120' } });
    later(1);
    expect(await sendDue(system, channelId)).toEqual(new Date(clock.now.getTime() + 120_000));
    receiver.fail(null);
    later(2);
    await sendDue(system, channelId);
    expect(await states()).toEqual(['sent']);
  });

  it('spares what waits behind one that got no answer', async () => {
    receiver.fail(503);
    await tell('ticket.sla_breached');
    await tell();
    const before = receiver.calls();
    await sendDue(system, channelId);
    expect(receiver.calls() - before).toBe(1);
  });

  it('is given up on in the end, and tried again when somebody asks', async () => {
    receiver.fail(500);
    await tell();
    for (let turn = 0; turn < mostAttempts; turn++) {
      await sendDue(system, channelId);
      later(31);
    }
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'gave_up', attempts: mostAttempts, nextAt: null });
    receiver.fail(null);
    await expect(retryDelivery(agent, { deliveryId: row?.id ?? '' })).rejects.toMatchObject({ code: 'not_permitted' });
    await retryDelivery(admin, { deliveryId: row?.id ?? '' });
    await sendDue(system, channelId);
    expect(await states()).toEqual(['sent']);
    await expect(retryDelivery(admin, { deliveryId: row?.id ?? '' })).rejects.toMatchObject({ code: 'not_retryable' });
  });

  it('that refuses for good is not asked again, and says so at the channel', async () => {
    receiver.fail(404);
    await tell();
    expect(await sendDue(system, channelId)).toBeNull();
    expect((await rows())[0]).toMatchObject({ state: 'refused', fault: { code: 'webhook_404' } });
    const channel = await test.database.selectFrom('channel').selectAll().executeTakeFirstOrThrow();
    expect(channel).toMatchObject({ status: 'failed', statusDetail: expect.stringContaining('404') as string });
  });

  it('that is switched off keeps what waits, until that is no news any more', async () => {
    await tell();
    await setChannelActive(system, { channelId, isActive: false });
    expect(await sendDue(system, channelId)).toBeNull();
    expect(await states()).toEqual(['queued']);
    await tell('ticket.sla_breached');
    expect(await states()).toEqual(['queued']);
    later(25 * 60);
    await setChannelActive(system, { channelId, isActive: true });
    forgetKept(system);
    await sendDue(system, channelId);
    expect((await rows())[0]).toMatchObject({ state: 'gave_up', fault: { code: 'too_late' } });
    expect(receiver.received).toEqual([]);
  });

  it('sends what a killed sender had begun once more under the same id', async () => {
    await tell();
    const [row] = await rows();
    await test.database
      .updateTable('notificationDelivery')
      .set({ state: 'sending', attempts: 1, attemptedAt: clock.now, nextAt: new Date(clock.now.getTime() + 60_000) })
      .execute();
    expect(await sendDue(system, channelId)).toEqual(new Date(clock.now.getTime() + 60_000));
    later(1);
    await sendDue(system, channelId);
    expect(receiver.received.map(({ id }) => id)).toEqual([row?.id]);
    expect(await states()).toEqual(['sent']);
  });

  it('is woken where its workflow is gone, once', async () => {
    await tell();
    await test.database.updateTable('outbox').set({ isPending: false }).execute();
    expect(await wakeOverdueChannels(system)).toBe(0);
    later(3);
    expect(await wakeOverdueChannels(system)).toBe(1);
    expect(await wakeOverdueChannels(system)).toBe(0);
    await test.database.updateTable('outbox').set({ isPending: false }).execute();
    await sendDue(system, channelId);
    expect(await wakeOverdueChannels(system)).toBe(0);
  });

  it('can be tried by an administrator, and the try stands in the log', async () => {
    expect(await sendTest(admin, { channelId })).toMatchObject({ fault: null });
    expect(receiver.received[0]?.payload.data).toMatchObject({ kind: 'test', title: 'Test message' });
    receiver.fail(401);
    expect(await sendTest(admin, { channelId })).toMatchObject({ fault: { code: 'webhook_401' } });
    expect(await states()).toEqual(['sent', 'refused']);
    await expect(sendTest(agent, { channelId })).rejects.toMatchObject({ code: 'not_permitted' });
  });
});
