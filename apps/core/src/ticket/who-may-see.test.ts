import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccessOracle } from '../identity/testing/access-oracle.ts';
import { accessWorld } from '../identity/testing/access-world.ts';
import { writeAccessWorld } from '../identity/testing/write-access-world.ts';
import { testContext } from '../platform/testing/test-context.ts';
import { whoMaySee } from './who-may-see.sql.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('names of each ticket everybody who may see it, and nobody else', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(accessWorld, async (world) => {
      const written = await writeAccessWorld(test.database, world);
      for (const [place, ticket] of world.tickets.entries()) {
        const seers = await whoMaySee(testContext(test.database), written.tickets[place] ?? '', written.agents);
        const expected = written.agents.filter((_, viewer) => new AccessOracle(world, viewer).ticket(ticket));
        expect(seers.toSorted()).toEqual(expected.toSorted());
      }
    }),
    { numRuns: 25 },
  );
});
