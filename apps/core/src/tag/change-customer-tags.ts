import type { z } from 'zod';
import { customersInReach } from '../customer/customer-access.ts';
import { requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { changeRecordTags } from './change-record-tags.ts';
import { changeCustomerTagsInput } from './tag-input.ts';

/** Adds and removes tags of a customer. Throws NotFoundError outside the caller's scope. */
export async function changeCustomerTags(
  context: Context,
  input: z.input<typeof changeCustomerTagsInput>,
): Promise<string> {
  requirePermission(context.actor, 'customer.write');
  const { customerId, add, remove } = parseInput(changeCustomerTagsInput, input);
  return inTransaction(context, async (context) => {
    const inReach = await customersInReach(context, 'customer.write');
    const customer = await context.db
      .selectFrom('customer')
      .select('id')
      .where('id', '=', customerId)
      .where(inReach)
      .forUpdate()
      .executeTakeFirst();
    if (!customer) throw new NotFoundError('customer');
    const { changes } = await changeRecordTags(context, { owner: { type: 'customer', id: customerId }, add, remove });
    if (changes.length === 0) return customerId;
    await context.db
      .insertInto('customerChange')
      .values({
        id: newId(),
        customerId,
        actorId: context.actor.agentId,
        kind: 'updated',
        changes: JSON.stringify(changes),
        at: context.now(),
      })
      .execute();
    await recordEvent(context, { kind: 'customer.updated', subjectType: 'customer', subjectId: customerId });
    return customerId;
  });
}
