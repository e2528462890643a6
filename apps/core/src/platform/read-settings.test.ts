import { expect, it } from 'vitest';
import { z } from 'zod';
import { readSettings } from './read-settings.ts';

const schema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url().optional(),
  PORT: z.coerce.number().default(3000),
});

it('takes an empty setting for one that is not set', () => {
  const settings = readSettings(schema, { DATABASE_URL: 'mysql://localhost/handoff', REDIS_URL: '', PORT: '' });
  expect(settings).toEqual({ DATABASE_URL: 'mysql://localhost/handoff', PORT: 3000 });
});

it('names every setting that is missing or wrong, and not what it holds', () => {
  expect(() => readSettings(schema, { REDIS_URL: 'secret word' })).toThrow(/^Some .*DATABASE_URL \(.*REDIS_URL \(/);
  expect(() => readSettings(schema, { REDIS_URL: 'secret word' })).not.toThrow(/secret word/);
});
