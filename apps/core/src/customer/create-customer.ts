import { recordEvent } from '../platform/event/event.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { isMasked } from '../platform/text/mask.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requirePermission } from '../identity/actor.ts';
import { requireCustomerSource } from '../parameter/customer-source.ts';
import { coveredEmail, createCustomerInput, withSource, type CreateCustomerInput } from './customer-input.ts';
import { indexCustomer, writeIdentities, writePhones } from './customer-phones.ts';
import { namePinyin } from './name-pinyin.ts';

/** Creates a customer and returns the id. Throws ValidationError, NotPermittedError. */
export async function createCustomer(context: Context, input: CreateCustomerInput): Promise<string> {
  requirePermission(context.actor, 'customer.write');
  const { phones, identities, ...facts } = withSource(parseInput(createCustomerInput, input));
  await requireCustomerSource(context, facts.source);
  if (facts.email && isMasked(facts.email)) throw coveredEmail();
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('customer')
      .values({
        ...facts,
        id,
        namePinyin: namePinyin(facts.name),
        createdById: context.actor.agentId,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await writePhones(context, id, phones);
    await writeIdentities(context, id, identities);
    await indexCustomer(context, id);
    await context.db
      .insertInto('customerChange')
      .values({ id: newId(), customerId: id, actorId: context.actor.agentId, kind: 'created', changes: '[]', at: now })
      .execute();
    await recordEvent(context, { kind: 'customer.created', subjectType: 'customer', subjectId: id });
    return id;
  });
}
