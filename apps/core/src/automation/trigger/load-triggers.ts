import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../../platform/context.ts';
import { triggerDefinition, type TriggerDefinition } from './trigger-definition.ts';

export type TriggerRow = Selectable<DB['trigger']>;

/** A trigger that is at work. */
export type LoadedTrigger = Omit<TriggerRow, 'definition'> & { definition: TriggerDefinition };

export const readTrigger = (row: TriggerRow): LoadedTrigger => ({
  ...row,
  definition: triggerDefinition.parse(row.definition),
});

/** The active triggers in their order, as they are now. */
export async function activeTriggers({ db }: Pick<Context, 'db'>): Promise<LoadedTrigger[]> {
  const rows = await db
    .selectFrom('trigger')
    .selectAll()
    .where('deletedAt', 'is', null)
    .where('isActive', '=', true)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(readTrigger);
}

/**
 * The events that there are active triggers for. Every event of a ticket asks for them, and they are read afresh each
 * time: a trigger that another process has only just made must not miss what happens here. There are 200 at most.
 */
export async function awaitedEvents({ db }: Pick<Context, 'db'>): Promise<ReadonlySet<string>> {
  const query = db.selectFrom('trigger').select('event').distinct();
  const rows = await query.where('deletedAt', 'is', null).where('isActive', '=', true).execute();
  return new Set(rows.map(({ event }) => event));
}

/** Those for tickets of a type (or for what has none) that were active when something happened. */
export const triggersFor = async (context: Context, typeId: string | null, at: Date): Promise<LoadedTrigger[]> =>
  (await activeTriggers(context)).filter(
    (trigger) => (trigger.typeId === null || trigger.typeId === typeId) && trigger.activeSince <= at,
  );
