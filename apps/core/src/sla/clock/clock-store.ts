import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { insertLater, insertTogether, writePending, writeSoon } from '../../platform/insert-rows.sql.ts';
import { foldClock } from './clock.ts';
import type { SlaEntry } from './sla-entry.ts';
import { CLOCK_KINDS } from '../policy/sla-policy.ts';

/** A clock of a ticket with its whole ledger. */
export interface StoredClock {
  id: string;
  /** `first_response`, `completion`, or `step:` and the step's token. */
  key: string;
  kind: (typeof CLOCK_KINDS)[number];
  nodeId: string | null;
  calendarId: string;
  entries: SlaEntry[];
}

const kindSchema = z.enum(CLOCK_KINDS);
const instants = ['dueAt'] as const;

function readEntry(
  clock: { id: string; kind: string },
  row: { kind: string; at: Date; reason: unknown; detail: unknown },
): SlaEntry {
  const detail = { ...(row.detail as Record<string, unknown>) };
  for (const name of instants) if (typeof detail[name] === 'string') detail[name] = new Date(detail[name]);
  return {
    clockId: clock.id,
    clock: kindSchema.parse(clock.kind),
    type: row.kind,
    at: row.at,
    reason: row.reason,
    ...detail,
  } as SlaEntry;
}

interface Placed {
  id: string;
  startedAt: Date;
  sequence: number;
}

/** By clock, the first one started first, and within a clock by its lines. */
const byClock = (a: Placed, b: Placed): number =>
  a.startedAt.getTime() - b.startedAt.getTime() || (a.id === b.id ? a.sequence - b.sequence : a.id < b.id ? -1 : 1);

/**
 * Reads the clocks of tickets with their ledgers: one query, however many tickets. They are sorted here, since the
 * database would make a table on its disk to sort rows of two tables that hold JSON.
 */
export async function loadClocks(
  context: Context,
  ticketIds: readonly string[],
): Promise<(StoredClock & { ticketId: string })[]> {
  if (ticketIds.length === 0) return [];
  await writePending(context);
  const rows = await context.db
    .selectFrom('slaClock')
    .innerJoin('slaEntry', 'slaEntry.clockId', 'slaClock.id')
    .select([
      ...(['slaClock.id', 'slaClock.ticketId', 'slaClock.key', 'slaClock.nodeId', 'slaClock.calendarId'] as const),
      'slaClock.startedAt',
      'slaClock.kind as clock',
      ...(['slaEntry.kind', 'slaEntry.at', 'slaEntry.reason', 'slaEntry.detail', 'slaEntry.sequence'] as const),
    ])
    .where('slaClock.ticketId', 'in', ticketIds)
    .execute();
  const clocks = new Map<string, StoredClock & { ticketId: string }>();
  for (const { id, ticketId, key, nodeId, calendarId, clock: kind, ...entry } of rows.toSorted(byClock)) {
    const clock = clocks.get(id) ?? {
      id,
      ticketId,
      key,
      kind: kindSchema.parse(kind),
      nodeId,
      calendarId,
      entries: [],
    };
    clock.entries.push(readEntry({ id, kind }, entry));
    clocks.set(id, clock);
  }
  return [...clocks.values()];
}

const summaryOf = (entries: readonly SlaEntry[]) => {
  const state = foldClock(entries);
  return {
    status: state?.isBreached && state.status === 'running' ? 'breached' : (state?.status ?? 'running'),
    targetSeconds: state?.targetSeconds ?? 0,
    dueAt: state?.dueAt ?? null,
    endedAt: state?.finishedAt ?? null,
    sequence: entries.length,
  };
};

/** Writes clocks that are new or have new lines: a statement for the clocks and one for the lines. */
export async function writeClocks(
  context: Context,
  ticketId: string,
  clocks: readonly StoredClock[],
  linesBefore: ReadonlyMap<string, number>,
): Promise<void> {
  const written = clocks.filter(({ id, entries }) => linesBefore.get(id) !== entries.length);
  const rows = written.flatMap(({ id, key, kind, nodeId, calendarId, entries }) =>
    entries[0]
      ? [{ id, ticketId, key, kind, nodeId, calendarId, startedAt: entries[0].at, ...summaryOf(entries) }]
      : [],
  );
  const goingOn = ['calendarId', 'status', 'targetSeconds', 'dueAt', 'endedAt', 'sequence'] as const;
  await insertTogether(context, 'slaClock', rows, goingOn);
  const lines = clocks.flatMap(({ id, entries }) => {
    const known = linesBefore.get(id) ?? 0;
    return entries.slice(known).map((entry, index) => entryRow(ticketId, entry, known + index + 1));
  });
  await insertLater(context, 'slaEntry', lines);
}

/** Adds a line to a clock's ledger. Returns the clock with it. */
export async function addEntry<C extends StoredClock>(
  context: Context,
  ticketId: string,
  clock: C,
  entry: SlaEntry,
): Promise<C> {
  const entries = [...clock.entries, entry];
  await insertLater(context, 'slaEntry', [entryRow(ticketId, entry, entries.length)]);
  await writeSoon(context, context.db.updateTable('slaClock').set(summaryOf(entries)).where('id', '=', clock.id));
  return { ...clock, entries };
}

function entryRow(ticketId: string, entry: SlaEntry, sequence: number) {
  const { clockId, clock: _clock, type, at, reason, ...detail } = entry;
  return {
    id: newId(),
    clockId,
    ticketId,
    sequence,
    kind: type,
    at,
    reason: JSON.stringify(reason),
    detail: JSON.stringify(detail),
  };
}
