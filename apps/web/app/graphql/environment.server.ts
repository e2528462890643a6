import { readSettings } from '@handoff/core/platform/read-settings';
import { z } from 'zod';

const environmentSchema = z.object({
  DATABASE_URL: z.url(),
  SECRET_KEY: z.string().min(1),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.string().default('info'),
  NODE_ENV: z.string().default('production'),
  REDIS_URL: z.url().optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  OUTGOING_ALLOWED_ADDRESSES: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  GRAPHIQL: z.enum(['on', 'off']).default('on'),
});

/** The settings of this process, read once. Throws at start-up with the name of the setting that is wrong. */
export const environment = readSettings(environmentSchema, process.env);
