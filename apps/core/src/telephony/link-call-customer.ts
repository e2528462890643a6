import type { z } from 'zod';
import { customersInReach } from '../customer/customer-access.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { idOf } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { callsInReach } from './call-access.ts';
import { callInput } from './command/lock-own-call.ts';

export const linkCallCustomerInput = callInput.extend({ customerId: idOf('Customer') });

/** Says which customer a call is with, such as one just made for an unknown number. Throws NotFoundError. */
export async function linkCallCustomer(
  context: Context,
  input: z.input<typeof linkCallCustomerInput>,
): Promise<string> {
  const { callId, customerId } = parseInput(linkCallCustomerInput, input);
  return inTransaction(context, async (context) => {
    const call = await context.db
      .selectFrom('call')
      .select(['id', 'agentId', 'startedAt'])
      .where('id', '=', callId)
      .where(await callsInReach(context))
      .forUpdate()
      .executeTakeFirst();
    if (!call) throw new NotFoundError('call');
    const customer = await context.db
      .selectFrom('customer')
      .select('id')
      .where('id', '=', customerId)
      .where(await customersInReach(context, 'customer.read'))
      .executeTakeFirst();
    if (!customer) throw new NotFoundError('customer');
    await context.db.updateTable('call').set({ customerId }).where('id', '=', callId).execute();
    await context.db.updateTable('interaction').set({ customerId }).where('id', '=', callId).execute();
    await context.db
      .updateTable('customer')
      .set({ lastContactAt: call.startedAt })
      .where('id', '=', customerId)
      .execute();
    await recordEvent(context, { kind: 'call.linked', subjectType: 'call', subjectId: callId, agentId: call.agentId });
    return callId;
  });
}
