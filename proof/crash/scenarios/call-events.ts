// A telephone system that repeats itself and mixes up the order: two processes report what happened to the same calls.
//   --tickets 100   how many calls
// Of each, the offer comes three times at once, and then all twenty reports in a burst, shuffled, each from both.
import { reportEvent } from '@handoff/core/channel/report-event';
import { systemActor } from '@handoff/core/identity/actor';
import type { Context } from '@handoff/core/platform/context';
import { openDatabase, type Database } from '@handoff/prisma';
import { callEventSchema, type CallEvent } from '@handoff/plugin-sdk';
import { databaseUrlOf } from '../../database-url.ts';
import { asRows, onInstance, type Scenario } from '../scenario.ts';

const reportsOfCall = 20;

const systemContext = (db: Database): Context => ({
  db,
  pool: db,
  actor: systemActor,
  locale: 'en',
  now: () => new Date(),
  memo: new Map(),
});

/** An offer, an answer, seventeen holds and resumes in turn, and the end, a second apart. */
function reportsOf(callId: string, agent: string, start: number): CallEvent[] {
  const kinds = ['call.offered', 'call.answered'];
  while (kinds.length < reportsOfCall - 1) kinds.push(kinds.length % 2 ? 'call.resumed' : 'call.held');
  kinds.push('call.ended');
  return kinds.map((kind, index) =>
    callEventSchema.parse({
      kind,
      eventId: `${callId}:${index}`,
      callId,
      at: new Date(start + index * 1_000),
      direction: 'inbound',
      customerNumber: '13805715678',
      agent,
      reason: 'customer_hung_up',
    }),
  );
}

const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);

/** What each call must have come to: the same for every order of its reports. */
async function countFaults(db: Database, channelId: string, prefix: string, start: number): Promise<string[]> {
  const faults: string[] = [];
  const calls = await db
    .selectFrom('call')
    .selectAll()
    .where('channelId', '=', channelId)
    .where('externalId', 'like', `${prefix}%`)
    .execute();
  for (const call of calls) {
    const shape = [call.status, call.answeredAt?.getTime(), call.endedAt?.getTime(), call.heldSeconds].join(' ');
    const wanted = ['ended', start + 1_000, start + (reportsOfCall - 1) * 1_000, 9].join(' ');
    if (shape !== wanted) faults.push(`${call.externalId} is ${shape}, not ${wanted}`);
    for (const [kind, most] of [
      ['call.ringing', 1],
      ['call.ended', 1],
    ] as const) {
      const { length } = await db
        .selectFrom('event')
        .select('id')
        .where('subjectId', '=', call.id)
        .where('kind', '=', kind)
        .execute();
      if (length > most || (kind === 'call.ended' && length !== 1)) {
        faults.push(`${call.externalId}: ${kind} was told ${length} times`);
      }
    }
    const { length: interactions } = await db
      .selectFrom('interaction')
      .select('id')
      .where('id', '=', call.id)
      .execute();
    if (interactions !== 1) faults.push(`${call.externalId} is ${interactions} contacts`);
  }
  return faults;
}

export const callEvents: Scenario = ({ tickets: count = 100 }) =>
  onInstance(async (db, instance) => {
    const url = databaseUrlOf(instance.data);
    const processes = [openDatabase(url, { connections: 12 }), openDatabase(url, { connections: 12 })];
    const { id: channelId } = await db
      .selectFrom('channel')
      .select('id')
      .where('kind', '=', 'telephony')
      .executeTakeFirstOrThrow();
    const { id: agent } = await db
      .selectFrom('agent')
      .select('id')
      .where('loginName', '=', 'li.na')
      .executeTakeFirstOrThrow();
    const prefix = `burst-${Date.now()}-`;
    const start = Math.floor(Date.now() / 1_000) * 1_000 - 3_600_000;
    let reports = 0;
    const report = (event: CallEvent): Promise<unknown> => {
      reports += 1;
      const from = processes[reports % processes.length] ?? db;
      return reportEvent(systemContext(from), channelId, event);
    };
    for (let index = 0; index < count; index++) {
      const events = reportsOf(`${prefix}${index}`, agent, start);
      const [offer] = events;
      // Of every second call nothing but its later reports has come when the burst begins.
      if (offer && index % 2) await Promise.all([report(offer), report(offer), report(offer)]);
      await Promise.all(shuffled([...events, ...events]).map(report));
    }
    await Promise.all(processes.map((process) => process.destroy()));
    const stored = await db
      .selectFrom('inboundEvent')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('subject', 'like', `${prefix}%`)
      .executeTakeFirstOrThrow();
    const made = await db
      .selectFrom('call')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('externalId', 'like', `${prefix}%`)
      .executeTakeFirstOrThrow();
    const faults = await countFaults(db, channelId, prefix, start);
    if (made.count !== count) faults.push(`${made.count} calls came of ${count}`);
    if (stored.count !== count * reportsOfCall)
      faults.push(`${stored.count} reports are kept of ${count * reportsOfCall}`);
    return {
      rows: asRows({ calls: count, 'reports sent': reports, 'reports kept': stored.count, 'calls made': made.count }),
      faults,
    };
  });
