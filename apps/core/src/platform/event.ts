import type { Context } from './context.ts';
import { newId } from './id.ts';

/** A change, as everybody who follows changes is told of it. */
export interface EventInput {
  kind: string;
  subjectType: string;
  subjectId: string;
  /** The one person whom it concerns, where there is one. */
  agentId?: string | null;
  payload?: Record<string, unknown>;
}

const committed = new EventTarget();

/** Calls `listener` right after this process has committed an event; other processes' events arrive by the tail. */
export function onCommittedEvent(listener: () => void): () => void {
  committed.addEventListener('event', listener);
  return () => committed.removeEventListener('event', listener);
}

/** Writes a change in the caller's transaction. Returns its id, which subscribers resume from. */
export async function recordEvent(context: Context, event: EventInput): Promise<string> {
  const id = newId();
  await context.db
    .insertInto('event')
    .values({
      id,
      kind: event.kind,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      agentId: event.agentId ?? null,
      actorId: context.actor.agentId,
      payload: JSON.stringify(event.payload ?? {}),
      at: context.now(),
    })
    .execute();
  context.afterCommit?.push(() => committed.dispatchEvent(new Event('event')));
  return id;
}
