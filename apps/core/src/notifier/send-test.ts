import type { z } from 'zod';
import { requireAgent, requirePermission } from '../identity/actor.ts';
import { countAttempt } from '../identity/sign-in/login-limit.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
import { parseInput } from '../platform/parse-input.ts';
import { localize } from '../platform/text/localize.ts';
import { inTransaction } from '../platform/transaction.ts';
import { attempt } from './attempt.ts';
import { languageFor, loadPeople, recipientOf } from './compose-message.ts';
import { noEmail, type DeliveryFault } from './delivery-fault.ts';
import { rateOpensAt } from './keep-rate.ts';
import { sendTestNotificationInput } from './notifier-input.ts';
import { findNotifierChannel } from './notifier-channels.ts';

const perAgent = { name: 'test-notification', points: 10, seconds: 60 };

/** What became of a test message. */
export interface TestResult {
  deliveryId: string;
  fault: DeliveryFault | null;
}

const tooMany = (seconds: number): ConflictError =>
  new ConflictError('rate', {
    en: `This channel takes no more messages just now. Try again in ${seconds} s.`,
    zh: `该渠道当前已达发送上限，请在 ${seconds} 秒后重试。`,
  });

/**
 * Sends a message over a channel to whoever asks, at once and once, also while the channel is switched off; it stands in
 * the delivery log. A refusal is the result, in the vendor's words. Throws NotFoundError, ConflictError while the vendor's
 * limit is reached, TooManyAttemptsError.
 */
export async function sendTest(
  context: Context,
  input: z.input<typeof sendTestNotificationInput>,
): Promise<TestResult> {
  requirePermission(context.actor, 'channel.manage');
  const agentId = requireAgent(context.actor);
  const { channelId } = parseInput(sendTestNotificationInput, input);
  const channel = await findNotifierChannel(context, channelId);
  if (!channel) throw new NotFoundError('channel');
  await countAttempt(context.pool, perAgent, agentId, context.now());
  const now = context.now();
  const opensAt = await rateOpensAt(context, channel);
  if (opensAt && opensAt > now) throw tooMany(Math.ceil((opensAt.getTime() - now.getTime()) / 1000));

  const id = newId();
  const people = await loadPeople(context, [agentId]);
  const row = {
    id,
    channelId,
    agentId,
    kind: 'test',
    mergeKey: `test:${id}`,
    state: 'sending',
    isUrgent: false,
    attempts: 1,
    attemptedAt: now,
    expiresAt: now,
    createdAt: now,
    updatedAt: now,
  };
  await insertRows(context, 'notificationDelivery', [row]);
  const locale = await languageFor(context, channel, people);
  const hasAddress = channel.service.needs !== 'email' || people.some(({ email }) => email);
  const outcome = hasAddress
    ? await attempt(context, channel, {
        id,
        kind: 'test',
        locale,
        title: localize({ en: 'Test message', zh: '测试消息' }, locale),
        text: localize(
          { en: `The channel “${channel.name}” works.`, zh: `渠道“${channel.name}”可以正常发送。` },
          locale,
        ),
        url: context.publicUrl ?? null,
        isUrgent: false,
        at: now,
        recipients: people.map(recipientOf),
      })
    : ({ kind: 'refused', fault: noEmail } as const);
  const fault = outcome.kind === 'sent' ? null : outcome.fault;
  await inTransaction(context, async (context) => {
    const done = context.now();
    await context.db
      .updateTable('notificationDelivery')
      .set({
        state: fault ? 'refused' : 'sent',
        sentAt: fault ? null : done,
        fault: fault && JSON.stringify(fault),
        updatedAt: done,
      })
      .where('id', '=', id)
      .execute();
    await recordAudit(context, {
      action: 'channel.test',
      subjectType: 'channel',
      subjectId: channelId,
      changes: { sent: fault === null },
    });
  });
  return { deliveryId: id, fault };
}
