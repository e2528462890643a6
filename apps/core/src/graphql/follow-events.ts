import { Repeater } from 'graphql-yoga';
import { windowMs, type EventRow, type EventTail } from '../platform/event/event-tail.ts';
import { lowestIdAt, msOfId } from '../platform/id.ts';
import type { Context } from '../platform/context.ts';
import { DomainError } from '../platform/errors.ts';

const replayLimit = 2_000;
const queueLimit = 1_000;

/** The subscriber was away for longer than events are replayed; it should read afresh and go on from `oldestId`. */
export class EventTooOldError extends DomainError {
  constructor(readonly oldestId: string | null) {
    super('event_too_old', {
      en: `Too much has happened since that event. Read the records again and resume from ${oldestId ?? 'now'}.`,
      zh: `该事件之后的变化过多，请重新读取数据后从 ${oldestId ?? '当前'} 继续。`,
    });
  }
}

const isWanted = (event: EventRow, kinds: readonly string[]): boolean =>
  kinds.some((kind) => event.kind === kind || event.kind.startsWith(`${kind}.`));

/** Ids are not in commit order: an event with a lower id may have been committed after the last one that was seen. */
const replayFrom = (after: string): string =>
  /^[0-9A-HJKMNP-TV-Z]{26}$/.test(after) ? lowestIdAt(msOfId(after) - windowMs) : after;

/**
 * The events of some kinds, from `after` on without a gap, then live. What happened in the seconds before `after` is told
 * once more, as only the subscriber knows which of it was seen. Events that the caller may not see are
 * dropped by `isVisible`, which asks the database each time, so that a right taken away ends the view at once.
 */
export function followEvents(
  context: Context,
  tail: EventTail,
  options: {
    kinds: readonly string[];
    after?: string | null;
    isVisible: (event: EventRow, context: Context) => Promise<boolean> | boolean;
  },
): AsyncIterable<EventRow> {
  return new Repeater<EventRow>(async (push, stop) => {
    const queue: EventRow[] = [];
    const told = new Set<string>();
    let wake: () => void = () => undefined;
    let isStopped = false;
    const { stop: unlisten, begun } = tail.listen((event) => {
      if (!isWanted(event, options.kinds)) return;
      if (queue.length >= queueLimit) return stop(new EventTooOldError(event.id));
      queue.push(event);
      wake();
    });
    void stop.then(() => {
      isStopped = true;
      unlisten();
      wake();
    });
    const tell = async (event: EventRow): Promise<void> => {
      if (told.has(event.id)) return;
      told.add(event.id);
      if (await options.isVisible(event, { ...context, memo: new Map() })) await push(event);
    };
    if (options.after) {
      await begun;
      const missed = await context.db
        .selectFrom('event')
        .selectAll()
        .where('id', '>', replayFrom(options.after))
        .where('id', '!=', options.after)
        .orderBy('id')
        .limit(replayLimit + 1)
        .execute();
      if (missed.length > replayLimit) throw new EventTooOldError(missed.at(-1)?.id ?? null);
      for (const event of missed) if (isWanted(event, options.kinds)) await tell(event);
    }
    while (!isStopped) {
      const event = queue.shift();
      if (event) await tell(event);
      else await new Promise<void>((resolve) => (wake = resolve));
      if (told.size > 2 * queueLimit) for (const id of [...told].slice(0, queueLimit)) told.delete(id);
    }
  });
}
