import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { rawId } from '@handoff/e2e/support/relay-id.ts';
import type { Database } from '@handoff/prisma';
import type { Acknowledged } from './workload.ts';

interface Verdict {
  counts: Record<string, number>;
  /** Every difference, in words. */
  faults: string[];
}

/** What has not changed for so long has come to rest, as far as it will. */
const stillMs = 60_000;

const kinds: Record<string, string> = { createTicket: 'created', acceptStep: 'accepted', submitStep: 'submitted' };

async function count(query: Promise<{ count: number | string | bigint } | undefined>): Promise<number> {
  return Number((await query)?.count ?? 0);
}

/** Timers that are due, and rows of the outbox: all must come to rest by themselves. */
async function waitUntilQuiet(db: Database): Promise<{ pending: number; overdue: number }> {
  let left = Infinity;
  let changedAt = Date.now();
  for (;;) {
    const pending = await count(
      db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('isPending', '=', true)
        .executeTakeFirst(),
    );
    const overdue = await count(
      db
        .selectFrom('ticketTimer')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('settledAt', 'is', null)
        .where('fireAt', '<', new Date(Date.now() - 5_000))
        .executeTakeFirst(),
    );
    if (pending + overdue < left) changedAt = Date.now();
    left = pending + overdue;
    if (left === 0 || Date.now() - changedAt > stillMs) return { pending, overdue };
    await wait(500);
  }
}

/** Every acknowledged intent is in the history of its ticket exactly once. */
async function verifyIntents(db: Database, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const rows = await db
    .selectFrom('ticketEvent')
    .innerJoin('ticket', 'ticket.id', 'ticketEvent.ticketId')
    .innerJoin('ticketType', 'ticketType.id', 'ticket.typeId')
    .where('ticketType.key', '=', 'hasty-repair')
    .select(['ticketEvent.ticketId', 'ticketEvent.kind', 'ticketEvent.body', 'ticketEvent.input', 'ticket.title'])
    .execute();
  const seen = new Map<string, number>();
  for (const { ticketId, kind, body, input, title } of rows) {
    const { tokenId } = (input ?? {}) as { tokenId?: string };
    const names = [
      kind === 'commented' || kind === 'supplemented' ? `${ticketId} commentTicket ${body}` : undefined,
      kind === 'created' ? `${ticketId} createTicket ${title}` : undefined,
      tokenId && `${ticketId} ${kind} ${tokenId}`,
    ];
    for (const name of names) if (name) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const titles = new Map<string, number>();
  for (const { kind, title } of rows) if (kind === 'created') titles.set(title, (titles.get(title) ?? 0) + 1);
  const faults = [...titles].filter(([, times]) => times > 1).map(([title]) => `two tickets are called ${title}`);
  for (const { mutation, ticketId, stepId, marker } of acknowledged) {
    const name = `${rawId(ticketId)} ${stepId ? (kinds[mutation] ?? mutation) : mutation} ${stepId ?? marker}`;
    const times = seen.get(name) ?? 0;
    if (times !== 1) faults.push(`${mutation} was acknowledged and is there ${times} times: ${name}`);
  }
  return faults;
}

/** (ticket, sequence) runs from 1 to the ticket's own without gap or double. */
export async function verifySequences(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('ticket')
    .leftJoin('ticketEvent', 'ticketEvent.ticketId', 'ticket.id')
    .where('ticket.status', '!=', 'draft')
    .select(['ticket.number', 'ticket.sequence'])
    .select(({ fn }) => [
      fn.count<number>('ticketEvent.id').as('events'),
      fn.max<number>('ticketEvent.sequence').as('last'),
      fn.min<number>('ticketEvent.sequence').as('first'),
    ])
    .groupBy('ticket.id')
    .execute();
  return rows
    .filter(({ sequence, events, first, last }) => events !== sequence || last !== sequence || first !== 1)
    .map(
      ({ number, sequence, events, last }) => `${number}: sequence ${sequence}, ${events} events, the last is ${last}`,
    );
}

/** Each instant of a clock is in its ledger once, and each instant of the past is there. */
async function verifyClocks(db: Database): Promise<{ instants: number; faults: string[] }> {
  const doubled = await sql<{ clockId: string; kind: string; key: string | null; count: number }>`
    SELECT clock_id AS clockId, kind, JSON_VALUE(detail, '$.key') AS \`key\`, COUNT(*) AS count FROM sla_entry
    WHERE kind IN ('approaching', 'breached', 'escalated') GROUP BY 1, 2, 3 HAVING COUNT(*) > 1`.execute(db);
  const missed = await sql<{ id: string }>`
    SELECT c.id FROM sla_clock c WHERE c.status = 'running' AND c.due_at < NOW(3) - INTERVAL 5 SECOND
    AND NOT EXISTS (SELECT 1 FROM sla_entry e WHERE e.clock_id = c.id AND e.kind = 'breached')`.execute(db);
  const instants = await sql<{ count: number }>`
    SELECT COUNT(*) AS count FROM sla_entry WHERE kind IN ('approaching', 'breached', 'escalated')`.execute(db);
  return {
    instants: instants.rows[0]?.count ?? 0,
    faults: [
      ...doubled.rows.map(({ clockId, kind, key, count: times }) => `clock ${clockId}: ${kind} ${key} ${times} times`),
      ...missed.rows.map(({ id }) => `clock ${id} is past its due time and was not breached`),
    ],
  };
}

/** Whoever was to be told was told, once each. */
async function verifyNotifications(
  db: Database,
  since: Date,
): Promise<{ wanted: number; made: number; faults: string[] }> {
  const wanted = new Set<string>();
  // What was asked for before, as by the demo company's tickets, may be delivered now.
  const causes = new Set<string>();
  const rows = await db
    .selectFrom('outbox')
    .select(['payload', 'createdAt'])
    .where('kind', '=', 'notification')
    .execute();
  for (const { payload, createdAt } of rows) {
    const { causeId, agentIds } = payload as { causeId: string; agentIds: string[] };
    for (const agentId of agentIds) {
      causes.add(`${causeId} for ${agentId}`);
      if (createdAt >= since) wanted.add(`${causeId} for ${agentId}`);
    }
  }
  const made = await db
    .selectFrom('notification')
    .select(['causeId', 'agentId'])
    .where('createdAt', '>=', since)
    .execute();
  const names = made.map(({ causeId, agentId }) => `${causeId} for ${agentId}`);
  const present = new Set(names);
  const isNew = (name: string) => !causes.has(name);
  return {
    wanted: wanted.size,
    made: made.length,
    faults: [
      ...[...wanted].filter((name) => !present.has(name)).map((name) => `nobody was told: ${name}`),
      ...(present.size === names.length ? [] : [`${names.length - present.size} people were told twice`]),
      ...names.filter(isNew).map((name) => `told without a cause: ${name}`),
    ],
  };
}

/** What was handed to Temporal last may still be under way; whoever is never told counts as not told. */
async function awaitNotifications(db: Database, since: Date): ReturnType<typeof verifyNotifications> {
  let made = 0;
  let changedAt = Date.now();
  for (;;) {
    const found = await verifyNotifications(db, since);
    if (found.made > made) changedAt = Date.now();
    made = found.made;
    if (found.faults.length === 0 || Date.now() - changedAt > stillMs) return found;
    await wait(1_000);
  }
}

/** Compares what the clients were told since then with what the database holds, once everything has come to rest. */
export async function verify(db: Database, acknowledged: readonly Acknowledged[], since: Date): Promise<Verdict> {
  const quiet = await waitUntilQuiet(db);
  const [intents, sequences, clocks, notifications] = await Promise.all([
    verifyIntents(db, acknowledged),
    verifySequences(db),
    verifyClocks(db),
    awaitNotifications(db, since),
  ]);
  const events = await count(
    db
      .selectFrom('ticketEvent')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirst(),
  );
  return {
    counts: {
      'acknowledged intents': acknowledged.length,
      'ticket events': events,
      'instants of clocks': clocks.instants,
      'notifications wanted': notifications.wanted,
      'notifications made': notifications.made,
      'outbox rows left': quiet.pending,
      'timers overdue': quiet.overdue,
    },
    faults: [
      ...intents,
      ...sequences,
      ...clocks.faults,
      ...notifications.faults,
      ...(quiet.pending ? [`${quiet.pending} outbox rows were never handed on`] : []),
      ...(quiet.overdue ? [`${quiet.overdue} timers did not fire`] : []),
    ],
  };
}
