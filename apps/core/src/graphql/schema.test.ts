import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './schema.ts';

const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The SDL of the last commit; the file itself where there is no repository, as in an image. */
function lastSchema(): string {
  try {
    return execFileSync('git', ['show', 'HEAD:apps/core/schema.graphql'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 16_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  }
}

/**
 * Breaking changes that were decided on, as they are named below. Empty this once the change is committed: callers who
 * have to change read it in the commit.
 */
const decided: string[] = [];

it('is what the checked-in SDL says; run `npm run generate` after a change', () => {
  expect(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')).toBe(printed);
});

it('breaks nobody who calls it', () => {
  const changes = findBreakingChanges(buildSchema(lastSchema()), schema).map((change) => change.description);
  expect(changes.filter((change) => !decided.includes(change))).toEqual([]);
});
