import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { permissionKeys } from './permissions.ts';
import { accessWorld } from './testing/access-world.ts';
import { AccessProbe } from './testing/probe-access.ts';
import { writeAccessWorld } from './testing/write-access-world.ts';

/** How many viewers ask; `npm run proof:access` lets many more. */
const probeCount = Number(process.env['ACCESS_PROBES'] ?? 400);
const viewersEach = 4;

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it(
  'shows everybody what the rules say, and nothing else',
  async () => {
    let asked = 0;
    const token = fc.option(fc.subarray(permissionKeys).map((scopes) => new Set(scopes)));
    await fc.assert(
      fc.asyncProperty(accessWorld, fc.array(token, { minLength: 7, maxLength: 7 }), async (world, tokens) => {
        const written = await writeAccessWorld(test.database, world);
        for (let viewer = 0; viewer < Math.min(world.agents.length, viewersEach); viewer++) {
          const place = world.agents.length - 1 - viewer;
          const differences = await AccessProbe.run(test.database, world, written, place, tokens[viewer] ?? null);
          asked += 1;
          expect(differences).toEqual([]);
        }
      }),
      {
        numRuns: Math.ceil(probeCount / 3.4),
        endOnFailure: process.env['ACCESS_PROBES'] !== undefined,
      },
    );
    process.stdout.write(`${asked} viewers asked; no answer differed from the rules.\n`);
  },
  Math.max(120_000, probeCount * 500),
);
