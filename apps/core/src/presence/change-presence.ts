import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { newId } from '../platform/id.ts';
import { presenceStateSchema, type Presence, type PresenceTarget } from './presence-state.ts';

/** The channel whose states are kept: calls. */
export const voice = 'voice';

/** Who made a change: the agent, the telephone, or somebody in charge. */
export type MadeBy = 'self' | 'system' | 'supervisor';

type StoredPresence = Omit<Presence, 'state'> & { state: string };

export const toPresence = (row: StoredPresence): Presence => ({ ...row, state: presenceStateSchema.parse(row.state) });

/** Locks where an agent stands until the transaction ends; somebody never seen before is offline. */
export async function lockPresence(context: Context, agentId: string): Promise<Presence> {
  const find = () =>
    context.db
      .selectFrom('agentPresence')
      .selectAll()
      .where('agentId', '=', agentId)
      .where('channel', '=', voice)
      .forUpdate()
      .executeTakeFirst();
  const known = await find();
  if (known) return toPresence(known);
  await context.db
    .insertInto('agentPresence')
    .values({ agentId, channel: voice, state: 'offline', since: context.now() })
    .ignore()
    .execute();
  const made = await find();
  if (!made) throw new Error('no presence');
  return toPresence(made);
}

/**
 * Writes where an agent stands from now on, and the log. False if the presence is not the one that was read any more,
 * which cannot be under its lock. Must run inside a transaction.
 */
export async function changePresence(
  context: Context,
  from: Presence,
  to: PresenceTarget,
  madeBy: MadeBy,
): Promise<boolean> {
  const now = context.now();
  const since = from.state === to.state ? from.since : now;
  const result = await context.db
    .updateTable('agentPresence')
    .set({ ...to, since, version: from.version + 1 })
    .where('agentId', '=', from.agentId)
    .where('channel', '=', voice)
    .where('version', '=', from.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await context.db
    .insertInto('presenceChange')
    .values({
      id: newId(),
      agentId: from.agentId,
      channel: voice,
      fromState: from.state,
      toState: to.state,
      reasonId: to.reasonId,
      madeBy,
      actorId: context.actor.agentId,
      at: now,
    })
    .execute();
  await recordEvent(context, {
    kind: 'presence.changed',
    subjectType: 'agent',
    subjectId: from.agentId,
    agentId: from.agentId,
    payload: { state: to.state },
  });
  return true;
}
