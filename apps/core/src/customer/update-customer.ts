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
import { requireCustomerSource } from '../parameter/customer-source.ts';
import { coveredEmail, updateCustomerInput, withSource, type UpdateCustomerInput } from './customer-input.ts';
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

type Facts = ReturnType<
  typeof withSource<Omit<z.output<typeof updateCustomerInput>, 'customerId' | 'expectedVersion' | 'before'>>
>;

const only = (facts: Facts, fields: ReadonlySet<string>): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => fields.has(field)));

/**
 * Changes the facts that the input names. Where the customer changed since `expectedVersion` and `before` is given,
 * both changes are merged. Throws ConflictError where they cannot be, NotFoundError outside the caller's scope.
 */
export async function updateCustomer(context: Context, input: UpdateCustomerInput): Promise<string> {
  requirePermission(context.actor, 'customer.write');
  const { customerId, expectedVersion, before: asRead, ...given } = parseInput(updateCustomerInput, input);
  const named = withSource(given);
  const read = asRead && withSource(asRead);
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
    await requireCustomerSource(context, named.source, before.source);
    const isMerged = before.version !== expectedVersion;
    if (isMerged && !read) throw ConflictError.stale(before.version);
    const merged = isMerged && read ? await mergeCustomer(context, before, named, read) : null;
    const { phones, identities, ...facts } = merged ? only(named, merged.toWrite) : named;
    keepCoveredEmail(facts, before.email);
    const changes = changesBetween(before, facts);
    const now = context.now();
    await context.db
      .updateTable('customer')
      .set({
        ...facts,
        ...(facts.name ? { namePinyin: namePinyin(facts.name) } : {}),
        version: before.version + 1,
        updatedAt: now,
      })
      .where('id', '=', customerId)
      .execute();
    if (phones) await writePhones(context, customerId, phones);
    if (identities) await writeIdentities(context, customerId, identities);
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
