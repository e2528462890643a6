import { z } from 'zod';
import { defaultKeptDays } from '@handoff/core/platform/remove-leftovers';
import { readSettings } from '@handoff/core/platform/read-settings';

const keptDays = (days: number) => z.coerce.number().int().min(2).max(3_650).default(days);

const environmentSchema = z.object({
  DATABASE_URL: z.url(),
  SECRET_KEY: z.string().min(1),
  DATA_DIR: z.string().default('.data'),
  /** What people type to reach the product, for links in what leaves it; else the web process's PORT on this machine. */
  PUBLIC_URL: z.url().optional(),
  PORT: z.coerce.number().int().optional(),
  REDIS_URL: z.url().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  OUTGOING_ALLOWED_ADDRESSES: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  /** Where /healthz and /metrics of the worker answer; 0 for nowhere. */
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.string().default('info'),
  /** For how many days handed-on outbox rows, events and ended sessions are kept. */
  KEEP_OUTBOX_DAYS: keptDays(defaultKeptDays.outbox),
  KEEP_EVENT_DAYS: keptDays(defaultKeptDays.events),
  KEEP_SESSION_DAYS: keptDays(defaultKeptDays.sessions),
  KEEP_TRIGGER_RUN_DAYS: keptDays(defaultKeptDays.triggerRuns),
});

export type Environment = z.infer<typeof environmentSchema>;

/** The settings of this process. Throws with the name of the setting that is wrong. */
export const readEnvironment = (): Environment => readSettings(environmentSchema, process.env);
