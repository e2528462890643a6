import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { openIntervals } from '../../calendar/open-intervals.ts';
import { clockPeriods } from './clock.ts';
import type { SlaEntry, SlaReason } from './sla-entry.ts';

export type SegmentKind = 'not_started' | 'service' | 'outside_service' | 'paused' | 'finished';

/** A stretch of a ticket's life as one clock sees it; `reason` is the one of the line that began it. */
export interface LedgerSegment {
  from: Date;
  to: Date;
  kind: SegmentKind;
  reason: SlaReason | null;
}

/** Divides the time between two instants into stretches with a named reason each; together they are exactly that time. */
export function ledgerSegments(
  entries: readonly SlaEntry[],
  calendar: CalendarDefinition,
  from: Date,
  to: Date,
): LedgerSegment[] {
  const periods = clockPeriods(entries);
  const segments: LedgerSegment[] = [];
  let reachedAt = from;
  const add = (until: Date, kind: SegmentKind, reason: SlaReason | null) => {
    const end = until < to ? until : to;
    if (end <= reachedAt) return;
    segments.push({ from: reachedAt, to: end, kind, reason });
    reachedAt = end;
  };
  add(periods[0]?.from ?? to, 'not_started', null);
  for (const { kind, reason, end } of stretchesOf(entries)) {
    const until = end ?? to;
    if (kind === 'paused') {
      add(until, 'paused', reason);
      continue;
    }
    for (const open of openIntervals(calendar, reachedAt.getTime(), Math.min(until.getTime(), to.getTime()))) {
      add(new Date(open.start), 'outside_service', reason);
      add(new Date(open.end), 'service', reason);
    }
    add(until, 'outside_service', reason);
  }
  add(to, 'finished', entries.at(-1)?.reason ?? null);
  return joinAlike(segments);
}

/** A clock's periods, cut where its target or its calendar became another one; `end` is null for what still lasts. */
function stretchesOf(
  entries: readonly SlaEntry[],
): { kind: 'running' | 'paused'; reason: SlaReason; end: Date | null }[] {
  return clockPeriods(entries).flatMap(({ kind, entry, from, to }) => {
    const moves = entries.filter(({ type, at }) => type === 'moved' && at >= from && (to === null || at < to));
    return [entry, ...moves].map(({ reason }, place) => ({ kind, reason, end: moves[place]?.at ?? to }));
  });
}

function joinAlike(segments: readonly LedgerSegment[]): LedgerSegment[] {
  const joined: LedgerSegment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last && last.kind === segment.kind && last.reason === segment.reason) last.to = segment.to;
    else joined.push({ ...segment });
  }
  return joined;
}
