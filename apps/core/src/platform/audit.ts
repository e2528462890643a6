import type { Context } from './context.ts';
import { newId } from './id.ts';
import { insertLater } from './insert-rows.sql.ts';
import { forgetKept } from './keep-for-a-moment.ts';

/** Writes who did what to which record; what is kept for a moment is read afresh then. Values that are secrets must not be in `changes`. */
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
  await insertLater(context, 'auditEntry', [
    {
      id: newId(),
      actorId: entry.actorId ?? context.actor.agentId,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      changes: JSON.stringify(entry.changes ?? {}),
      ip: context.origin?.ip ?? null,
      at: context.now(),
    },
  ]);
  forgetKept(context);
}
