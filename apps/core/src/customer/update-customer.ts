import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { newId } from '../platform/id.ts';
import { isMasked, maskEmail } from '../platform/text/mask.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requirePermission } from '../identity/actor.ts';
import { customersInReach, type CustomerRow } from './customer-access.ts';
import { requireListedFacts } from '../parameter/customer-lists.ts';
import { coveredEmail, updateCustomerInput, withListed, type UpdateCustomerInput } from './customer-input.ts';
import type { Answers } from '../form/answers.ts';
import { answerChanges } from '../ticket/answer/parse-form.ts';
import { indexCustomerAnswers, readCustomerAnswers, requireFacts } from './field/customer-answers.ts';
import { loadCustomerFields } from './field/load-customer-fields.ts';
import { indexCustomer, writeIdentities, writePhones } from './customer-phones.ts';
import { mergeCustomer } from './merge-customer.ts';
import { namePinyin } from './name-pinyin.ts';

interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

const changesBetween = (before: CustomerRow, facts: Record<string, unknown>): Change[] =>
  Object.entries(facts)
    .filter(([field, to]) => to !== undefined && (before[field as keyof CustomerRow] ?? null) !== (to ?? null))
    .map(([field, to]) => ({ field, from: before[field as keyof CustomerRow] ?? null, to: to ?? null }));

/** A covered address that comes back as it was shown leaves the stored one as it is. */
function keepCoveredEmail(facts: { email?: string | null }, stored: string | null): void {
  if (!facts.email || !isMasked(facts.email)) return;
  if (!stored || facts.email !== maskEmail(stored)) throw coveredEmail();
  delete facts.email;
}

type FlatFacts = Omit<Facts, 'answers'>;
type Facts = ReturnType<
  typeof withListed<Omit<z.output<typeof updateCustomerInput>, 'customerId' | 'expectedVersion' | 'before'>>
>;

const answerMark = 'answers.';

/** Each answer as a fact of its own, so that two people may change different ones. */
function flattened({ answers = {}, ...facts }: Facts): FlatFacts {
  return { ...facts, ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [answerMark + key, value])) };
}

function unflattened(flat: FlatFacts): Facts {
  const isAnswer = ([name]: [string, unknown]) => name.startsWith(answerMark);
  const answers = Object.entries(flat).filter(isAnswer);
  const facts = Object.fromEntries(Object.entries(flat).filter((entry) => !isAnswer(entry)));
  if (answers.length === 0) return facts;
  return {
    ...facts,
    answers: Object.fromEntries(answers.map(([name, value]) => [name.slice(answerMark.length), value])),
  };
}

const only = (facts: FlatFacts, fields: ReadonlySet<string>): FlatFacts =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => fields.has(field)));

/**
 * Changes the facts that the input names. Where the customer changed since `expectedVersion` and `before` is given,
 * both changes are merged. Throws ConflictError where they cannot be, NotFoundError outside the caller's scope.
 */
export async function updateCustomer(context: Context, input: UpdateCustomerInput): Promise<string> {
  requirePermission(context.actor, 'customer.write');
  const { customerId, expectedVersion, before: asRead, ...given } = parseInput(updateCustomerInput, input);
  const named = flattened(withListed(given));
  const read = asRead && flattened(withListed(asRead));
  return inTransaction(context, async (context) => {
    const inReach = await customersInReach(context, 'customer.write');
    const before = await context.db
      .selectFrom('customer')
      .selectAll()
      .where('id', '=', customerId)
      .where(inReach)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NotFoundError('customer');
    await requireListedFacts(context, named, before);
    const isMerged = before.version !== expectedVersion;
    if (isMerged && !read) throw ConflictError.stale(before.version);
    const merged = isMerged && read ? await mergeCustomer(context, before, named, read) : null;
    const { answers: sent, ...toWrite } = unflattened(merged ? only(named, merged.toWrite) : named);
    const { phones, identities, ...facts } = toWrite;
    keepCoveredEmail(facts, before.email);
    const fields = await loadCustomerFields(context);
    requireFacts(fields, toWrite);
    const held = before.answers as Answers;
    const answers = sent && readCustomerAnswers(fields, sent, held);
    const changes = [...changesBetween(before, facts), ...(answers ? answerChanges(held, answers) : [])];
    const now = context.now();
    await context.db
      .updateTable('customer')
      .set({
        ...facts,
        ...(answers && { answers: JSON.stringify(answers) }),
        ...(facts.name ? { namePinyin: namePinyin(facts.name) } : {}),
        version: before.version + 1,
        updatedAt: now,
      })
      .where('id', '=', customerId)
      .execute();
    if (phones) await writePhones(context, customerId, phones);
    if (identities) await writeIdentities(context, customerId, identities);
    if (answers) await indexCustomerAnswers(context, customerId, false, answers);
    await indexCustomer(context, customerId);
    const changed = [...changes, ...(phones ? [{ field: 'phones', from: null, to: null }] : [])];
    await context.db
      .insertInto('customerChange')
      .values({
        id: newId(),
        customerId,
        actorId: context.actor.agentId,
        kind: isMerged ? 'merged' : 'updated',
        changes: JSON.stringify(changed),
        at: now,
      })
      .execute();
    await recordEvent(context, {
      kind: 'customer.updated',
      subjectType: 'customer',
      subjectId: customerId,
      payload: { fields: changed.map((change) => change.field) },
    });
    return customerId;
  });
}
