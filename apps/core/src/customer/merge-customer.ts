import { toGlobalId } from '../graphql/global-id.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError } from '../platform/errors.ts';
import { isMasked, maskEmail, maskPhone } from '../platform/text/mask.ts';
import { mergeChanges, type FieldConflict } from '../platform/merge-changes.ts';
import { shownCustomerAnswers } from './field/customer-answers.ts';
import { mayReveal, type CustomerRow } from './customer-access.ts';
import { formatPhone, readPhone } from './phone-number.ts';

type Facts = Record<string, unknown>;

/** The facts as the caller sees them, which is how they had read them. */
async function shownFacts(context: Context, customer: CustomerRow): Promise<Facts> {
  const isRevealed = await mayReveal(context, customer);
  const answers = await shownCustomerAnswers(context, customer);
  const phones = await context.db
    .selectFrom('customerPhone')
    .select(['label', 'typed', 'e164'])
    .where('customerId', '=', customer.id)
    .orderBy('position')
    .execute();
  const identities = await context.db
    .selectFrom('customerIdentity')
    .select(['channel', 'externalId', 'label'])
    .where('customerId', '=', customer.id)
    .execute();
  return {
    ...customer,
    email: customer.email && !isRevealed ? maskEmail(customer.email) : customer.email,
    phones: phones.map((phone) => ({ label: phone.label, number: isRevealed ? formatPhone(phone) : maskPhone(phone) })),
    identities,
    ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [`answers.${key}`, value])),
  };
}

const numberOf = (typed: unknown): string => {
  const text = String(typed ?? '').trim();
  return isMasked(text) ? text : (readPhone(text).e164 ?? text);
};

/** The parts that count, in one order: 138 0571 5678 is +8613805715678, and no label is an empty one. */
function comparable(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value === '' ? null : (value ?? null));
  const lines = value.map((line: Facts) =>
    'number' in line
      ? [line.label || null, numberOf(line.number)]
      : [line.channel, line.externalId, line.label || null],
  );
  return JSON.stringify(
    'number' in ((value[0] ?? {}) as Facts) ? lines : lines.map((line) => JSON.stringify(line)).sort(),
  );
}

interface LastChange {
  by: string | null;
  at: Date;
}

async function whoChanged(context: Context, customerId: string): Promise<Map<string, LastChange>> {
  const changes = await context.db
    .selectFrom('customerChange')
    .leftJoin('agent', 'agent.id', 'customerChange.actorId')
    .select(['customerChange.changes', 'customerChange.at', 'agent.name'])
    .where('customerChange.customerId', '=', customerId)
    .orderBy('customerChange.id', 'desc')
    .limit(20)
    .execute();
  const last = new Map<string, LastChange>();
  for (const { changes: fields, at, name } of changes) {
    for (const { field } of fields as { field: string }[]) if (!last.has(field)) last.set(field, { by: name, at });
  }
  return last;
}

const choices = new Set(['kind', 'level']);

/** As the API writes it: Relay ids, and the names of choices in capitals. */
function outward({ field, before, theirs }: FieldConflict): FieldConflict {
  const write = (value: unknown) => {
    if (typeof value !== 'string') return value;
    if (field === 'ownerId') return toGlobalId('Agent', value);
    return choices.has(field) ? value.toUpperCase() : value;
  };
  return { field, before: write(before), theirs: write(theirs) };
}

/**
 * Merges what the caller sends with what others changed since they had read `read`: the fields to write, and those
 * of others that stay. Throws ConflictError with both sides of each field that both changed, and for fields that
 * `read` leaves out.
 */
export async function mergeCustomer(
  context: Context,
  customer: CustomerRow,
  mine: Facts,
  read: Facts,
): Promise<{ toWrite: Set<string>; kept: string[] }> {
  if (Object.keys(mine).some((field) => !(field in read))) throw ConflictError.stale(customer.version);
  const isSame = (one: unknown, other: unknown) => comparable(one) === comparable(other);
  const { toWrite, kept, conflicts } = mergeChanges(read, mine, await shownFacts(context, customer), isSame);
  if (conflicts.length === 0) return { toWrite: new Set(toWrite), kept };
  const last = await whoChanged(context, customer.id);
  throw ConflictError.sameFields(
    customer.version,
    conflicts.map((conflict) => ({ ...outward(conflict), ...(last.get(conflict.field) ?? { by: null, at: null }) })),
  );
}
