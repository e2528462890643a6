import { z } from 'zod';
import type { TimerBook } from '../../ticket/timer/keep-timers.ts';

/** What the timer of a trigger that waits on a ticket knows. */
export const timerPayload = z.object({
  triggerId: z.string(),
  /** ISO 8601: from when is counted. */
  base: z.string(),
  depth: z.int(),
  rootId: z.string().optional(),
});

export type Chain = Pick<z.infer<typeof timerPayload>, 'depth' | 'rootId'>;

export const timerKey = (triggerId: string): string => `trigger:${triggerId}`;

/**
 * Whether a trigger's timer runs on a ticket, set off by no other trigger. One that counts from the last change need not be
 * set again with each: when it fires, it looks from when it has to count.
 */
export function isCountingAlready(timers: TimerBook | undefined, triggerId: string): boolean {
  const timer = timers?.running.get(timerKey(triggerId));
  return timer !== undefined && timerPayload.parse(timer.payload).depth === 0;
}
