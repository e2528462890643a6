import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { foldClock } from './clock.ts';
import type { SlaEntry } from './sla-entry.ts';
import { CLOCK_KINDS } from './sla-policy.ts';

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

/** Reads the clocks of tickets with their ledgers: two queries, however many tickets. */
export async function loadClocks(
  context: Context,
  ticketIds: readonly string[],
): Promise<(StoredClock & { ticketId: string })[]> {
  if (ticketIds.length === 0) return [];
  const clocks = await context.db
    .selectFrom('slaClock')
    .select(['id', 'ticketId', 'key', 'kind', 'nodeId', 'calendarId'])
    .where('ticketId', 'in', ticketIds)
    .orderBy('startedAt')
    .orderBy('id')
    .execute();
  const entries = await context.db
    .selectFrom('slaEntry')
    .select(['clockId', 'kind', 'at', 'reason', 'detail'])
    .where('ticketId', 'in', ticketIds)
    .orderBy('clockId')
    .orderBy('sequence')
    .execute();
  return clocks.map((clock) => ({
    ...clock,
    kind: kindSchema.parse(clock.kind),
    entries: entries.filter((entry) => entry.clockId === clock.id).map((entry) => readEntry(clock, entry)),
  }));
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

/** Opens a clock with its first line. */
export async function insertClock(context: Context, ticketId: string, clock: StoredClock): Promise<void> {
  const [first] = clock.entries;
  if (!first) return;
  await context.db
    .insertInto('slaClock')
    .values({
      id: clock.id,
      ticketId,
      key: clock.key,
      kind: clock.kind,
      nodeId: clock.nodeId,
      calendarId: clock.calendarId,
      startedAt: first.at,
      ...summaryOf(clock.entries),
    })
    .execute();
  await insertEntry(context, ticketId, first, 1);
}

/** Adds a line to a clock's ledger. Returns the clock with it. */
export async function addEntry<C extends StoredClock>(
  context: Context,
  ticketId: string,
  clock: C,
  entry: SlaEntry,
): Promise<C> {
  const entries = [...clock.entries, entry];
  await insertEntry(context, ticketId, entry, entries.length);
  await context.db.updateTable('slaClock').set(summaryOf(entries)).where('id', '=', clock.id).execute();
  return { ...clock, entries };
}

async function insertEntry(context: Context, ticketId: string, entry: SlaEntry, sequence: number): Promise<void> {
  const { clockId, clock: _clock, type, at, reason, ...detail } = entry;
  await context.db
    .insertInto('slaEntry')
    .values({
      id: newId(),
      clockId,
      ticketId,
      sequence,
      kind: type,
      at,
      reason: JSON.stringify(reason),
      detail: JSON.stringify(detail),
    })
    .execute();
}
