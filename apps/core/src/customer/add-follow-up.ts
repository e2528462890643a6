import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { idOf, newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requireAgent, requirePermission } from '../identity/actor.ts';
import { customersInReach } from './customer-access.ts';

export const followUpMethodSchema = z.enum(['call', 'visit', 'wechat', 'sms', 'email', 'other']);
export const followUpStageSchema = z.enum(['first_contact', 'needs', 'trial', 'quote', 'signed', 'lost']);

export const addFollowUpInput = z.object({
  customerId: idOf('Customer'),
  method: followUpMethodSchema,
  body: z.string().trim().min(1).max(4000),
  stage: followUpStageSchema.nullish(),
  nextAt: z.date().nullish(),
});

/** Writes a follow-up record, which stays as it is. Returns its id. Throws NotFoundError outside the caller's scope. */
export async function addFollowUp(context: Context, input: z.input<typeof addFollowUpInput>): Promise<string> {
  requirePermission(context.actor, 'customer.write');
  const authorId = requireAgent(context.actor);
  const { customerId, method, body, stage, nextAt } = parseInput(addFollowUpInput, input);
  const id = newId();
  return inTransaction(context, async (context) => {
    const inReach = await customersInReach(context, 'customer.read');
    const customer = await context.db
      .selectFrom('customer')
      .select('id')
      .where('id', '=', customerId)
      .where(inReach)
      .executeTakeFirst();
    if (!customer) throw new NotFoundError('customer');
    const last = await context.db
      .selectFrom('followUp')
      .select('stageAfter')
      .where('customerId', '=', customerId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    const now = context.now();
    const stageBefore = last?.stageAfter ?? null;
    await context.db
      .insertInto('followUp')
      .values({
        id,
        customerId,
        authorId,
        method,
        body,
        stageBefore,
        stageAfter: stage ?? stageBefore,
        nextAt: nextAt ?? null,
        createdAt: now,
      })
      .execute();
    await context.db.updateTable('customer').set({ lastContactAt: now }).where('id', '=', customerId).execute();
    await recordEvent(context, { kind: 'customer.followed_up', subjectType: 'customer', subjectId: customerId });
    return id;
  });
}
