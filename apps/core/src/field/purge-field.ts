import { sql } from 'kysely';
import type { FieldChange } from '../ticket/append-event.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { answerPath, typesEverWith } from './field-uses.ts';
import { purgeCustomers } from './purge-customers.ts';

const atOnce = 100;

/** A batch of records: how many lost their value, and where to go on; null when the field is gone or was restored. */
export interface Purge {
  purged: number;
  after: string | null;
}

/**
 * Removes the values of a deleted field, a batch of tickets at a time: from what they hold, from what is searched, from
 * what was begun, and from their histories. After the last one the field itself is removed. A repeat removes nothing;
 * a field that was restored is left alone.
 */
export async function purgeField(
  context: Context,
  { fieldId, after }: { fieldId: string; after: string | null },
): Promise<Purge> {
  const field = await context.db.selectFrom('field').selectAll().where('id', '=', fieldId).executeTakeFirst();
  if (!field?.purgeAt || field.purgeAt > context.now()) return { purged: 0, after: null };
  const typeIds = await typesEverWith(context, field.key);
  const tickets =
    typeIds.length === 0
      ? []
      : await context.db
          .selectFrom('ticket')
          .select('id')
          .where('typeId', 'in', typeIds)
          .where('id', '>', after ?? '')
          .orderBy('id')
          .limit(atOnce)
          .execute();
  let purged = 0;
  for (const { id } of tickets) if (await purgeTicket(context, id, field.key)) purged += 1;
  if (tickets.length === atOnce) return { purged, after: tickets.at(-1)?.id ?? null };
  const customers = await purgeCustomers(context, field.key, atOnce);
  purged += customers;
  // No ticket's id comes after this, so that the next batch goes on with customers.
  const last = customers < atOnce ? null : '~';
  if (last === null) await removeField(context, fieldId, field.key);
  return { purged, after: last };
}

async function purgeTicket(context: Context, ticketId: string, key: string): Promise<boolean> {
  return inTransaction(context, async (context) => {
    const ticket = await context.db
      .selectFrom('ticket')
      .select(['answers', 'slaPolicy'])
      .where('id', '=', ticketId)
      .forUpdate()
      .executeTakeFirst();
    const hadValue = Object.hasOwn(ticket?.answers ?? {}, key);
    if (hadValue) {
      await context.db
        .updateTable('ticket')
        .set({ answers: sql`JSON_REMOVE(answers, ${answerPath(key)})`, version: sql`version + 1` })
        .where('id', '=', ticketId)
        .execute();
    }
    if (JSON.stringify(ticket?.slaPolicy ?? null).includes(`"${key}"`)) {
      const slaPolicy = JSON.stringify(withoutValues(ticket?.slaPolicy, key));
      await context.db.updateTable('ticket').set({ slaPolicy }).where('id', '=', ticketId).execute();
    }
    await context.db.deleteFrom('fieldValue').where('ownerId', '=', ticketId).where('field', '=', key).execute();
    await context.db
      .updateTable('workDraft')
      .set({ content: sql`JSON_REMOVE(content, ${`$.answers."${key}"`})` })
      .where('ticketId', '=', ticketId)
      .where(sql<boolean>`JSON_CONTAINS_PATH(content, 'one', ${`$.answers."${key}"`})`)
      .execute();
    await purgeHistory(context, ticketId, key);
    return hadValue;
  });
}

async function purgeHistory(context: Context, ticketId: string, key: string): Promise<void> {
  const events = await context.db
    .selectFrom('ticketEvent')
    .select(['id', 'input', 'changes', 'trace'])
    .where('ticketId', '=', ticketId)
    .where((eb) =>
      eb.or([
        eb('input', 'like', `%"${key}"%`),
        eb('changes', 'like', `%"${key}"%`),
        eb('trace', 'like', `%"${key}"%`),
      ]),
    )
    .execute();
  for (const { id, input, changes, trace } of events) {
    await context.db
      .updateTable('ticketEvent')
      .set({
        input: input === null ? null : JSON.stringify(withoutAnswer(input, key)),
        changes: JSON.stringify((changes as FieldChange[]).filter(({ field }) => field !== key)),
        trace: trace === null ? null : JSON.stringify(withoutValues(trace, key)),
      })
      .where('id', '=', id)
      .execute();
  }
}

function withoutAnswer(input: unknown, key: string): unknown {
  const { answers } = input as { answers?: Record<string, unknown> };
  if (!answers) return input;
  const { [key]: _purged, ...rest } = answers;
  return { ...(input as object), answers: rest };
}

/** What a trace says of a field's value, wherever in it: entries by its key, and entries that name it as their field. */
function withoutValues(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutValues(one, key));
  if (typeof value !== 'object' || value === null) return value;
  const namesIt = Reflect.get(value, 'field') === key;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== key && !(namesIt && (name === 'value' || name === 'actual')))
      .map(([name, part]) => [name, withoutValues(part, key)]),
  );
}

async function removeField(context: Context, fieldId: string, key: string): Promise<void> {
  await inTransaction(context, async (context) => {
    await context.db.deleteFrom('field').where('id', '=', fieldId).execute();
    await recordAudit(context, { action: 'field.purged', subjectType: 'field', subjectId: fieldId, changes: { key } });
  });
}
