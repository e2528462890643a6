import type { z } from 'zod';
import { requirePermission } from '../../identity/actor.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError, ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { checkTrigger } from './check-trigger.ts';
import { readTrigger, type TriggerRow } from './load-triggers.ts';
import { leaveForTriggers } from './offer-to-triggers.ts';
import { mostTriggers, type TriggerDefinition } from './trigger-definition.ts';
import { createTriggerInput, deleteTriggerInput, moveTriggerInput, updateTriggerInput } from './trigger-input.ts';

/** Every trigger that there is, locked in their order: places are given by it. */
const lockAll = (context: Context): Promise<TriggerRow[]> =>
  context.db
    .selectFrom('trigger')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute();

function triggerIn(triggers: readonly TriggerRow[], id: string, expectedVersion?: number): TriggerRow {
  const trigger = triggers.find((row) => row.id === id);
  if (!trigger) throw new NotFoundError('trigger');
  if (expectedVersion !== undefined && trigger.version !== expectedVersion) throw ConflictError.stale(trigger.version);
  return trigger;
}

/** By when a change has come to every process, and what they had begun before is committed (ms). */
const knownEverywhereMs = 5_000;

interface Written {
  id: string;
  version: number;
  name: string;
  definition: TriggerDefinition;
  isActive: boolean;
}

/** Keeps what a trigger says from now on, and sets its timers on the tickets that are there. */
async function keepVersion(context: Context, { id, version, name, definition, isActive }: Written): Promise<void> {
  await insertRows(context, 'triggerVersion', [
    {
      triggerId: id,
      number: version,
      name,
      definition: JSON.stringify(definition),
      changedById: context.actor.agentId,
      at: context.now(),
    },
  ]);
  if (!isActive || definition.on.kind !== 'time_since') return;
  // Until then other processes make tickets by the triggers that they have kept.
  const knownAt = new Date(context.now().getTime() + knownEverywhereMs);
  await leaveForTriggers(context, id, { kind: 'arm', triggerId: id, version, after: '' }, knownAt);
}

/** Makes a trigger, last in the order. Returns its id. Throws ValidationError that names every fault. */
export async function createTrigger(context: Context, input: z.input<typeof createTriggerInput>): Promise<string> {
  requirePermission(context.actor, 'trigger.manage');
  const { name, typeId, isActive, ...asked } = parseInput(createTriggerInput, input);
  const definition = await checkTrigger(context, asked.definition, typeId ?? null);
  return inTransaction(context, async (context) => {
    const triggers = await lockAll(context);
    if (triggers.length >= mostTriggers) {
      throw ValidationError.at('name', 'too_many', {
        en: `There are ${mostTriggers} triggers, which is the most. Delete one first.`,
        zh: `触发器最多 ${mostTriggers} 个，请先删除。`,
      });
    }
    const id = newId();
    const now = context.now();
    await insertRows(context, 'trigger', [
      {
        id,
        name,
        typeId: typeId ?? null,
        event: definition.on.kind,
        definition: JSON.stringify(definition),
        isActive,
        activeSince: now,
        position: (triggers.at(-1)?.position ?? 0) + 1,
        createdAt: now,
        updatedAt: now,
      },
    ]);
    await keepVersion(context, { id, version: 1, name, definition, isActive });
    const changes = { to: { name, typeId, definition, isActive } };
    await recordAudit(context, { action: 'trigger.created', subjectType: 'trigger', subjectId: id, changes });
    return id;
  });
}

/**
 * Changes a trigger from now on; runs past keep the version that they had. Throws ValidationError that names every fault,
 * ConflictError if it changed since `expectedVersion`.
 */
export async function updateTrigger(context: Context, input: z.input<typeof updateTriggerInput>): Promise<string> {
  requirePermission(context.actor, 'trigger.manage');
  const { triggerId, expectedVersion, ...asked } = parseInput(updateTriggerInput, input);
  return inTransaction(context, async (context) => {
    const before = triggerIn(await lockAll(context), triggerId, expectedVersion);
    const typeId = asked.typeId === undefined ? before.typeId : asked.typeId;
    const name = asked.name ?? before.name;
    const isActive = asked.isActive ?? before.isActive;
    const known = readTrigger(before).definition;
    const isSaid = asked.definition !== undefined || typeId !== before.typeId;
    const definition = isSaid ? await checkTrigger(context, asked.definition ?? known, typeId) : known;
    const now = context.now();
    const version = before.version + 1;
    const isNew = (isActive && !before.isActive) || JSON.stringify(definition.on) !== JSON.stringify(known.on);
    await context.db
      .updateTable('trigger')
      .set({
        name,
        typeId,
        event: definition.on.kind,
        definition: JSON.stringify(definition),
        isActive,
        version,
        updatedAt: now,
        ...(isNew && { activeSince: now }),
      })
      .where('id', '=', triggerId)
      .execute();
    await keepVersion(context, { id: triggerId, version, name, definition, isActive });
    await recordAudit(context, {
      action: 'trigger.updated',
      subjectType: 'trigger',
      subjectId: triggerId,
      changes: {
        from: { name: before.name, typeId: before.typeId, definition: known, isActive: before.isActive },
        to: { name, typeId, definition, isActive },
      },
    });
    return triggerId;
  });
}

/** Gives a trigger another place in the order. Throws NotFoundError. */
export async function moveTrigger(context: Context, input: z.input<typeof moveTriggerInput>): Promise<string> {
  requirePermission(context.actor, 'trigger.manage');
  const { triggerId, beforeId } = parseInput(moveTriggerInput, input);
  return inTransaction(context, async (context) => {
    const triggers = await lockAll(context);
    const moved = triggerIn(triggers, triggerId);
    if (beforeId === triggerId) return triggerId;
    const others = triggers.filter(({ id }) => id !== triggerId);
    const place = beforeId ? others.indexOf(triggerIn(others, beforeId)) : others.length;
    const ordered = others.toSpliced(place, 0, moved);
    for (const [index, { id, position }] of ordered.entries()) {
      if (position === index + 1) continue;
      await context.db
        .updateTable('trigger')
        .set({ position: index + 1 })
        .where('id', '=', id)
        .execute();
    }
    const changes = { name: moved.name, place: place + 1 };
    await recordAudit(context, { action: 'trigger.moved', subjectType: 'trigger', subjectId: triggerId, changes });
    return triggerId;
  });
}

/** Takes a trigger away for good; its runs stay in the log. Throws NotFoundError, ConflictError. */
export async function deleteTrigger(context: Context, input: z.input<typeof deleteTriggerInput>): Promise<string> {
  requirePermission(context.actor, 'trigger.manage');
  const { triggerId, expectedVersion } = parseInput(deleteTriggerInput, input);
  return inTransaction(context, async (context) => {
    const { name, definition } = triggerIn(await lockAll(context), triggerId, expectedVersion);
    const deletedAt = context.now();
    await context.db
      .updateTable('trigger')
      .set({ deletedAt, isActive: false, version: expectedVersion + 1 })
      .where('id', '=', triggerId)
      .execute();
    const changes = { name, definition };
    await recordAudit(context, { action: 'trigger.deleted', subjectType: 'trigger', subjectId: triggerId, changes });
    return triggerId;
  });
}
