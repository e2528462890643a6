import type { Context } from '../context.ts';
import { newId } from '../id.ts';
import { insertLater } from '../insert-rows.sql.ts';

/** A change, as everybody who follows changes is told of it. */
export interface EventInput {
  kind: string;
  subjectType: string;
  subjectId: string;
  /** The one person whom it concerns, where there is one. */
  agentId?: string | null;
  payload?: Record<string, unknown>;
}

const target = new EventTarget();

const on = (type: 'committed' | 'announced', listener: () => void): (() => void) => {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
};

/** Calls `listener` right after this process has committed an event. Returns how to stop. */
export const onCommittedEvent = (listener: () => void): (() => void) => on('committed', listener);

/** Calls `listener` when another process says that it has committed an event. Returns how to stop. */
export const onAnnouncedEvent = (listener: () => void): (() => void) => on('announced', listener);

/** Another process has committed an event. */
export const announceEvents = (): boolean => target.dispatchEvent(new Event('announced'));

/** Writes a change in the caller's transaction. Returns its id, which subscribers resume from. */
export async function recordEvent(context: Context, event: EventInput): Promise<string> {
  const id = newId();
  await insertLater(context, 'event', [
    {
      id,
      kind: event.kind,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      agentId: event.agentId ?? null,
      actorId: context.actor.agentId,
      payload: JSON.stringify(event.payload ?? {}),
      at: context.now(),
    },
  ]);
  context.afterCommit?.push(() => target.dispatchEvent(new Event('committed')));
  return id;
}
