import type { Context } from './context.ts';
import { newId } from './id.ts';

/** Writes who did what to which record. Values that are secrets must not be in `changes`. */
export async function recordAudit(
  context: Context,
  entry: {
    action: string;
    subjectType: string;
    subjectId: string;
    changes?: Record<string, unknown>;
    /** Who did it, where that is not yet the actor: somebody signing in. */
    actorId?: string;
  },
): Promise<void> {
  await context.db
    .insertInto('auditEntry')
    .values({
      id: newId(),
      actorId: entry.actorId ?? context.actor.agentId,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      changes: JSON.stringify(entry.changes ?? {}),
      ip: context.origin?.ip ?? null,
      at: context.now(),
    })
    .execute();
}
