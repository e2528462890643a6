import type { Context } from '../../platform/context.ts';

interface Carried {
  parentId?: string | null;
  customerId?: string | null;
  contactName?: string | null;
  contactPhone?: string | null;
}

/** A sub-ticket is for its parent's customer and contact, unless its maker says otherwise; null says “nobody”. */
export async function carryFromParent<Facts extends Carried>(context: Context, facts: Facts): Promise<Facts> {
  if (!facts.parentId) return facts;
  const parent = await context.db
    .selectFrom('ticket')
    .select(['customerId', 'contactName', 'contactPhone'])
    .where('id', '=', facts.parentId)
    .executeTakeFirstOrThrow();
  const { customerId = parent.customerId } = facts;
  // Another customer's contact is not the parent's.
  if (customerId !== parent.customerId) return { ...facts, customerId };
  const { contactName = parent.contactName, contactPhone = parent.contactPhone } = facts;
  return { ...facts, customerId, contactName, contactPhone };
}
