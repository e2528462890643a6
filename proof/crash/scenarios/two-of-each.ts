// Two webs and two workers on one MariaDB and one Temporal, killed in turn, while a subscriber changes from web to web.
//   --seconds 120   how long
//   --kills 8       how many processes are killed in that time
//   --rate 10       transitions a second that the clients ask for
import { setTimeout as wait } from 'node:timers/promises';
import { useInstance } from '@handoff/e2e/support/instance.ts';
import { agentIds, asPerson, withToken } from '@handoff/e2e/support/integrator.ts';
import { findProcesses } from '@handoff/e2e/support/processes.ts';
import type { Database } from '@handoff/prisma';
import { asRows, onInstance, type Scenario } from '../scenario.ts';
import { balance, startSecondProcesses } from '../second-processes.ts';
import { SteadyFollower } from '../steady-follower.ts';
import { verify } from '../verify.ts';
import { Workload } from '../workload.ts';

const restMs = 8_000;

/** Kills both webs and both workers in turn; the two of a name have the lower and the higher process id at the start. */
async function killInTurn(count: number, until: number): Promise<string[]> {
  const killed: string[] = [];
  const pause = (until - Date.now()) / (count + 1);
  for (let turn = 0; turn < count; turn++) {
    await wait(pause);
    const name = turn % 2 ? 'worker' : 'web';
    // The one that has run for longest is next, so that both have their turn.
    const [pid] = findProcesses(name);
    if (!pid) continue;
    process.kill(pid, 'SIGKILL');
    killed.push(name);
  }
  return killed;
}

async function ticketEventsFrom(db: Database, first: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .select('id')
    .where('kind', 'like', 'ticket.%')
    .where('id', '>=', first)
    .execute();
  return rows.map(({ id }) => id);
}

export const twoOfEach: Scenario = ({ seconds = 120, kills = 8, rate = 10 }) =>
  onInstance(async (db, instance) => {
    const second = await startSecondProcesses(instance.data);
    const balancer = await balance([instance.url, second.webUrl]);
    useInstance({ url: balancer.url, data: instance.data });
    try {
      const since = new Date();
      const admin = await asPerson('admin');
      const person = await withToken(admin, (await agentIds(admin)).get('admin') ?? '');
      const workload = await Workload.prepare(rate);
      const follower = new SteadyFollower([person.at(instance.url), person.at(second.webUrl)]);
      await wait(3_000);
      const until = Date.now() + seconds * 1000;
      workload.start(until);
      const killed = await killInTurn(kills, until);
      const verdict = await verify(db, await workload.finish(), since);
      await wait(restMs);
      follower.stop();
      const [first = ''] = [...follower.seen].toSorted();
      const happened = await ticketEventsFrom(db, first);
      const missed = happened.filter((id) => !follower.seen.has(id));
      return {
        rows: asRows({
          'webs and workers killed': killed.length,
          ...verdict.counts,
          'events of tickets since the first seen': happened.length,
          'events that the subscriber saw': follower.seen.size,
          'told once more after a break': follower.repeats,
          'lines that it had': follower.lines,
        }),
        faults: [
          ...workload.faults,
          ...verdict.faults,
          ...follower.refusals.map((text) => `the subscriber was refused: ${text}`),
          ...missed.map((id) => `the subscriber was never told of event ${id}`),
        ],
      };
    } finally {
      balancer.close();
      await second.stop();
    }
  });
