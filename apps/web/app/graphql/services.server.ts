import { join } from 'node:path';
import { createPluginRegistry, type PluginRegistry } from '@handoff/core/channel/plugin-registry';
import { startMetrics } from '@handoff/core/observe/metrics';
import { ringOtherProcesses } from '@handoff/core/platform/event/event-bell';
import { openEventTail, type EventTail } from '@handoff/core/platform/event/event-tail';
import { openFileStore, type FileStore } from '@handoff/core/platform/file-store';
import { createSecretBox, type SecretBox } from '@handoff/core/platform/secret-box';
import { installedPlugins } from '@handoff/installed-plugins';
import { openDatabase, type Database } from '@handoff/prisma';
import { pino, type Logger } from 'pino';
import { environment } from './environment.server.ts';

/** What lives as long as the process. */
interface Services {
  db: Database;
  tail: EventTail;
  secrets: SecretBox;
  files: FileStore;
  plugins: PluginRegistry;
  log: Logger;
}

/** Whoever asks is told within seconds that the database is frozen or cut off (ms). */
const waiting = { connectionMs: 8_000, statementMs: 8_000 };

const onBellFault =
  (log: Logger) =>
  (error: unknown): void =>
    log.debug({ err: error }, 'Redis is away; live updates wait for the next look at the table');

function openServices(): Services {
  startMetrics();
  const log = pino({ name: 'web', level: environment.LOG_LEVEL });
  if (environment.REDIS_URL) ringOtherProcesses(environment.REDIS_URL, onBellFault(log));
  const db = openDatabase(environment.DATABASE_URL, { connections: 24, ...waiting });
  return {
    db,
    log,
    secrets: createSecretBox(environment.SECRET_KEY),
    files: openFileStore(join(environment.DATA_DIR, 'files')),
    plugins: createPluginRegistry(installedPlugins),
    tail: openEventTail(db, (error) => log.warn({ err: error }, 'the event tail could not read')),
  };
}

const kept = globalThis as { handoffServices?: Services };

/** Opened once a process, also when the development server loads this module again. */
export const services: Services = (kept.handoffServices ??= openServices());
