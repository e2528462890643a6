// Temporal is away while people open tickets.
//   --seconds 300   how long
//   --rate 10       tickets a second
//   --within 300    seconds in which everything must be caught up afterwards
import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { faultAnswers, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { agentIds, asPerson, withToken, type Integrator } from '@handoff/e2e/support/integrator.ts';
import { rawId } from '@handoff/e2e/support/relay-id.ts';
import type { Database } from '@handoff/prisma';
import { OwnTemporal } from '../own-temporal.ts';
import { asRows, onInstance, type Scenario } from '../scenario.ts';
import { verifySequences } from '../verify.ts';

/** Opens tickets at a steady rate until then (ms of the epoch); the ids of those that were accepted, and what was not. */
async function openTickets(agent: Integrator, rate: number, until: number) {
  const typeId = await typeIdOf(agent, 'repair');
  const opened: string[] = [];
  const refused: string[] = [];
  const asked: Promise<void>[] = [];
  for (let next = Date.now(); next < until; next += 1000 / rate) {
    await wait(Math.max(0, next - Date.now()));
    const input = { typeId, title: 'Leak', urgency: 'NORMAL', answers: faultAnswers };
    asked.push(
      agent
        .act<{ ticket: { id: string } }>('createTicket', input, 'ticket { id }')
        .then(({ ticket }) => void opened.push(rawId(ticket.id)))
        .catch((error: unknown) => void refused.push(String(error))),
    );
  }
  await Promise.all(asked);
  return { opened, refused };
}

async function untilCaughtUp(db: Database, seconds: number): Promise<number> {
  const since = Date.now();
  for (;;) {
    const { count } = await db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('isPending', '=', true)
      .executeTakeFirstOrThrow();
    const took = (Date.now() - since) / 1000;
    if (count === 0 || took > seconds + 60) return took;
    await wait(500);
  }
}

/** How often the workflow of each ticket was started. */
async function countStarts(address: string): Promise<Map<string, number>> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const starts = new Map<string, number>();
  for await (const { workflowId } of client.workflow.list({ pageSize: 1_000 })) {
    if (!workflowId.startsWith('ticket/')) continue;
    const ticketId = workflowId.slice('ticket/'.length);
    starts.set(ticketId, (starts.get(ticketId) ?? 0) + 1);
  }
  await connection.close();
  return starts;
}

export const temporalAway: Scenario = async ({ seconds = 300, rate = 10, within = 300 }) => {
  const temporal = await OwnTemporal.start();
  try {
    return await onInstance(
      async (db) => {
        const admin = await asPerson('admin');
        const agent = await withToken(admin, (await agentIds(admin)).get('li.na') ?? '');
        await temporal.goAway();
        const { opened, refused } = await openTickets(agent, rate, Date.now() + seconds * 1000);
        await temporal.comeBack();
        const caughtUpAfter = await untilCaughtUp(db, within);
        // What was started last is listed a moment later.
        await wait(5_000);
        const starts = await countStarts(temporal.address);
        const wrong = opened.filter((id) => starts.get(id) !== 1);
        return {
          rows: asRows({
            'tickets accepted': opened.length,
            'workflows started once': opened.length - wrong.length,
            'caught up after (s)': caughtUpAfter,
          }),
          faults: [
            ...refused,
            ...wrong.map((id) => `the workflow of ${id} was started ${starts.get(id) ?? 0} times`),
            ...(await verifySequences(db)),
            ...(caughtUpAfter > within ? [`it took ${caughtUpAfter} s to catch up`] : []),
          ],
        };
      },
      { TEMPORAL_ADDRESS: temporal.address },
    );
  } finally {
    await temporal.end();
  }
};
