// MariaDB is frozen while people work, as a stuck disk would do it, and then killed.
//   --seconds 60   how long it is frozen
//   --rate 10      transitions a second that the clients ask for
import { setTimeout as wait } from 'node:timers/promises';
import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { asPerson, type Integrator } from '@handoff/e2e/support/integrator.ts';
import { findProcess } from '@handoff/e2e/support/processes.ts';
import { asRows, onInstance, type Scenario } from '../scenario.ts';
import { verify } from '../verify.ts';
import { Workload } from '../workload.ts';

/** Who waits longer than that was left hanging (ms). */
const patience = 25_000;
/** From the kill until everybody is answered again (s). */
const mostSecondsAway = 10;
/** Who asks at the end of the frost may still be answered. */
const told = new Set(['DATABASE_AWAY', 'TIMED_OUT', '503', 'answered']);

interface Asked {
  what: string;
  answer: string;
  seconds: number;
}

const query = '{ tickets(first: 5) { edges { node { number } } } }';
const mutation =
  'mutation { setPreference(input: { key: "density", setting: "standard" }) { __typename ... on Error { code } } }';

/** Asks once; the code of what went wrong, or "answered". */
async function ask(what: string, send: () => Promise<Response>): Promise<Asked> {
  const since = performance.now();
  const answer = await send()
    .then(async (response) => {
      const text = await response.text();
      const code = /"code":"(\w+)"/.exec(text)?.[1];
      if (code) return code;
      return response.ok ? 'answered' : String(response.status);
    })
    .catch((error: unknown) => (error instanceof Error ? error.name : 'unknown'));
  return { what, answer, seconds: (performance.now() - since) / 1000 };
}

const askAll = (person: Integrator): Promise<Asked>[] => {
  const signal = AbortSignal.timeout(patience);
  return [
    ask('query', () => person.post({ query }, {}, signal)),
    ask('mutation', () => person.post({ query: mutation }, {}, signal)),
    ask('readyz', () => fetch(`${handoffUrl()}/readyz`, { signal })),
  ];
};

function summarise(asked: readonly Asked[]): object[] {
  const groups = new Map<string, number[]>();
  for (const { what, answer, seconds } of asked) {
    const name = `${what}: ${answer}`;
    groups.set(name, [...(groups.get(name) ?? []), seconds]);
  }
  return [...groups].map(([what, seconds]) => ({
    what,
    count: seconds.length,
    slowest: `${Math.max(...seconds).toFixed(1)} s`,
  }));
}

/** Until everybody is answered; after that time (ms) nobody waits any longer. */
const longestAbsence = 120_000;

async function untilAnswered(person: Integrator): Promise<void> {
  for (const until = Date.now() + longestAbsence; Date.now() < until; await wait(200)) {
    const answers = await Promise.all(askAll(person));
    if (answers.slice(0, 2).every(({ answer }) => answer === 'answered')) return;
  }
}

export const databaseFrozen: Scenario = ({ seconds = 60, rate = 10 }) =>
  onInstance(async (db) => {
    const since = new Date();
    const person = await asPerson('li.na');
    const workload = await Workload.prepare(rate);
    workload.start(Date.now() + (seconds + 40) * 1000);
    await wait(15_000);
    const pid = findProcess('mariadb');
    if (pid === null) throw new Error('no MariaDB');
    process.kill(pid, 'SIGSTOP');
    const thaw = Date.now() + seconds * 1000;
    const asking: Promise<Asked>[] = [];
    while (Date.now() < thaw) {
      asking.push(...askAll(person));
      await wait(1_000);
    }
    process.kill(pid, 'SIGKILL');
    const killedAt = Date.now();
    const [asked] = await Promise.all([Promise.all(asking), untilAnswered(person)]);
    const backAfter = (Date.now() - killedAt) / 1000;
    const verdict = await verify(db, await workload.finish(), since);
    const hanging = asked.filter(({ answer }) => !told.has(answer));
    return {
      rows: [...summarise(asked), ...asRows({ 'answered again after the kill (s)': backAfter, ...verdict.counts })],
      faults: [
        ...workload.faults,
        ...verdict.faults,
        ...hanging.map(({ what, answer, seconds }) => `${what} got ${answer} after ${seconds.toFixed(1)} s`),
        ...(backAfter > mostSecondsAway ? [`it took ${backAfter} s until everybody was answered`] : []),
      ],
    };
  });
