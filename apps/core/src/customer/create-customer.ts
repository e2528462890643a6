import { recordEvent } from '../platform/event/event.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { isMasked } from '../platform/text/mask.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requirePermission } from '../identity/actor.ts';
import { requireListedFacts } from '../parameter/customer-lists.ts';
import { coveredEmail, createCustomerInput, withListed, type CreateCustomerInput } from './customer-input.ts';
import { indexCustomerAnswers, readCustomerAnswers, requireFacts } from './field/customer-answers.ts';
import { loadCustomerFields } from './field/load-customer-fields.ts';
import { indexCustomer, writeIdentities, writePhones } from './customer-phones.ts';
import { namePinyin } from './name-pinyin.ts';

/** What a new record does not say is nothing, which matters where it has to be filled in. */
const unsaid = {
  company: null,
  level: null,
  type: null,
  source: null,
  email: null,
  region: null,
  address: null,
  remark: null,
};

/** Creates a customer and returns the id. Throws ValidationError, NotPermittedError. */
export async function createCustomer(context: Context, input: CreateCustomerInput): Promise<string> {
  requirePermission(context.actor, 'customer.write');
  const parsed = withListed(parseInput(createCustomerInput, input));
  const { phones, identities, answers: sent, ...facts } = parsed;
  const fields = await loadCustomerFields(context);
  requireFacts(fields, { ...unsaid, ...parsed });
  const answers = readCustomerAnswers(fields, sent);
  await requireListedFacts(context, facts);
  if (facts.email && isMasked(facts.email)) throw coveredEmail();
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('customer')
      .values({
        ...facts,
        answers: JSON.stringify(answers),
        id,
        namePinyin: namePinyin(facts.name),
        createdById: context.actor.agentId,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await writePhones(context, id, phones);
    await writeIdentities(context, id, identities);
    await indexCustomerAnswers(context, id, true, answers);
    await indexCustomer(context, id);
    await context.db
      .insertInto('customerChange')
      .values({ id: newId(), customerId: id, actorId: context.actor.agentId, kind: 'created', changes: '[]', at: now })
      .execute();
    await recordEvent(context, { kind: 'customer.created', subjectType: 'customer', subjectId: id });
    return id;
  });
}
