import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';
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

/** The active triggers as they were a moment ago, since every event of a ticket asks for them. */
export const keptTriggers = (context: Pick<Context, 'db' | 'pool'>): Promise<LoadedTrigger[]> =>
  keepForAMoment(context.pool, 'active-triggers', () => activeTriggers(context));

/** Whether a trigger is for tickets of a type (or for what has none). */
export const isForType = (trigger: Pick<LoadedTrigger, 'typeId'>, typeId: string | null): boolean =>
  trigger.typeId === null || trigger.typeId === typeId;

/** Those for tickets of a type (or for what has none) that were active when something happened. */
export const triggersFor = async (context: Context, typeId: string | null, at: Date): Promise<LoadedTrigger[]> =>
  (await activeTriggers(context)).filter((trigger) => isForType(trigger, typeId) && trigger.activeSince <= at);
