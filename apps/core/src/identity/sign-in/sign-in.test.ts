import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ValidationError } from '../../platform/errors.ts';
import { testContext } from '../../platform/testing/test-context.ts';
import { anonymousActor } from '../actor.ts';
import { TooManyAttemptsError } from './login-limit.ts';
import * as password from './password.ts';
import { signIn } from './sign-in.ts';
import { writeAgent, writePeople } from '../testing/write-people.ts';

const rightPassword = 'a password of a test';

let test: TestDatabase;
let clock = new Date('2026-03-18T06:30:00Z');

beforeAll(async () => {
  test = await createTestDatabase();
  const { rootId } = await writePeople(test.database);
  const passwordHash = await password.hashPassword(rightPassword);
  for (const loginName of ['target', 'disabled', 'other']) {
    const id = await writeAgent(test.database, { rootId });
    const isActive = loginName !== 'disabled';
    await test.database.updateTable('agent').set({ loginName, passwordHash, isActive }).where('id', '=', id).execute();
  }
});
afterAll(() => test.drop());

/** What somebody at an address is told: the answer of the API, or that they are in. */
async function guess(ip: string, loginName: string, text = 'a wrong guess'): Promise<string> {
  const context = { ...testContext(test.database, anonymousActor), now: () => clock, origin: { requestId: '-', ip } };
  try {
    await signIn(context, { loginName, password: text }, 'test');
    return 'in';
  } catch (error) {
    if (error instanceof TooManyAttemptsError) return error.code;
    if (error instanceof ValidationError) return JSON.stringify(error.issues);
    throw error;
  }
}

const checkedOf = (answers: string[]): number => answers.filter((answer) => answer !== 'too_many_attempts').length;

it('checks five of 1,000 guesses from one address, whatever accounts they are at', async () => {
  const names = ['target', 'nobody', 'other'];
  const answers: string[] = [];
  for (let at = 0; at < 1_000; at++) answers.push(await guess('192.0.2.1', names[at % 3] ?? ''));
  expect(checkedOf(answers)).toBe(5);
  clock = new Date(clock.getTime() + 21_000);
});

it('checks 20 of 1,000 guesses at one account, from however many addresses, whether or not it exists', async () => {
  clock = new Date(clock.getTime() + 301_000);
  for (const name of ['disabled', 'no-such-account']) {
    const answers: string[] = [];
    for (let from = 0; from < 1_000; from += 10) {
      const guesses = Array.from({ length: 10 }, (_, at) => guess(`198.51.100.${from + at}`, name));
      answers.push(...(await Promise.all(guesses)));
    }
    expect([name, checkedOf(answers)]).toEqual([name, 20]);
  }
});

it('tells an account that exists by nothing from one that does not', async () => {
  clock = new Date(clock.getTime() + 301_000);
  const answers = [await guess('203.0.113.1', 'other'), await guess('203.0.113.2', 'unheard-of')];
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('wrong_credentials');
  expect(await guess('203.0.113.5', 'other', rightPassword)).toBe('in');
});

it('does the work of one password check for an account that is not there', async () => {
  const spent = async (passwordHash: string | null): Promise<number> => {
    const since = process.cpuUsage();
    await password.verifyPassword(passwordHash, 'a wrong guess');
    const { user, system } = process.cpuUsage(since);
    return user + system;
  };
  const hash = await password.hashPassword(rightPassword);
  await spent(null);
  // A check that is left out takes next to nothing; the cost itself is bounded from below, not compared with a clock.
  expect(await spent(null)).toBeGreaterThan((await spent(hash)) / 10);
});
