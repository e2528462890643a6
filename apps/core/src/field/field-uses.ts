import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { fieldPlaces, policyFieldKeys, sharedPlaces } from './shared-field.ts';

/** A form that has a shared field: the version in force of a ticket type, its draft, or else that of customers. */
export interface FieldUse {
  typeId: string | null;
  draftId: string | null;
  name: LocalizedText;
}

const has = (definition: unknown, key: string): boolean =>
  sharedPlaces((definition as { form?: unknown }).form).some((place) => place.key === key) ||
  policyFieldKeys(definition).includes(key);

/** Text that a definition with the field holds; what is found by it is then looked at. */
const mentioning = (column: string, key: string) =>
  sql<boolean>`${sql.ref(column)} LIKE ${`%"key":"${key.replace(/[\\%_]/g, '\\$&')}"%`}`;

/** Where a shared field is used now: in forms that tickets are made with, and in forms being designed. */
export async function usesOf(context: Context, key: string): Promise<FieldUse[]> {
  const [published, drafts] = await Promise.all([
    context.db
      .selectFrom('ticketType')
      .innerJoin('ticketTypeVersion', 'ticketTypeVersion.id', 'ticketType.currentVersionId')
      .select(['ticketType.id', 'ticketType.labels', 'ticketTypeVersion.definition'])
      .where(mentioning('ticketTypeVersion.definition', key))
      .orderBy('ticketType.id')
      .execute(),
    context.db
      .selectFrom('ticketTypeDraft')
      .select(['id', 'typeId', 'definition'])
      .where(mentioning('ticketTypeDraft.definition', key))
      .orderBy('id')
      .execute(),
  ]);
  const asked = await context.db.selectFrom('customerField').select('key').where('key', '=', key).execute();
  return [
    ...asked.map(() => ({ typeId: null, draftId: null, name: { en: 'Customers', zh: '客户' } })),
    ...published
      .filter(({ definition }) => has(definition, key))
      .map(({ id, labels }) => ({ typeId: id, draftId: null, name: labels as LocalizedText })),
    ...drafts
      .filter(({ definition }) => has(definition, key))
      .map(({ id, typeId, definition }) => ({
        typeId,
        draftId: id,
        name: (definition as { name: LocalizedText }).name,
      })),
  ];
}

/**
 * The ticket types that have had the field in any version: their tickets may hold a value. A type that has made it a
 * field of its own has taken its values along.
 */
export async function typesEverWith(context: Context, key: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('ticketTypeVersion')
    .select(['typeId', 'definition'])
    .where(mentioning('definition', key))
    .execute();
  const places = rows.flatMap(({ typeId, definition }) =>
    fieldPlaces((definition as { form?: unknown }).form)
      .filter((place) => place.key === key)
      .map(({ isShared }) => ({ typeId, isShared })),
  );
  const own = new Set(places.filter(({ isShared }) => !isShared).map(({ typeId }) => typeId));
  return [...new Set(places.map(({ typeId }) => typeId))].filter((typeId) => !own.has(typeId));
}

export const answerPath = (key: string): string => `$."${key}"`;

/** How many records hold a value of the field. */
export async function countRecords(context: Context, key: string): Promise<number> {
  const typeIds = await typesEverWith(context, key);
  const customers = await countCustomers(context, key);
  if (typeIds.length === 0) return customers;
  const { count } = await context.db
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('typeId', 'in', typeIds)
    .where(sql<boolean>`JSON_CONTAINS_PATH(answers, 'one', ${answerPath(key)})`)
    .executeTakeFirstOrThrow();
  return count + customers;
}

async function countCustomers(context: Context, key: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('customer')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(sql<boolean>`JSON_CONTAINS_PATH(answers, 'one', ${answerPath(key)})`)
    .executeTakeFirstOrThrow();
  return count;
}
