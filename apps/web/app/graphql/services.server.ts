import { openEventTail, type EventTail } from '@handoff/core/platform/event-tail';
import { createSecretBox, type SecretBox } from '@handoff/core/platform/secret-box';
import { openDatabase, type Database } from '@handoff/prisma';
import { pino, type Logger } from 'pino';
import { environment } from './environment.server.ts';

/** What lives as long as the process. */
interface Services {
  db: Database;
  tail: EventTail;
  secrets: SecretBox;
  log: Logger;
}

function openServices(): Services {
  const log = pino({ name: 'web', level: environment.LOG_LEVEL });
  const db = openDatabase(environment.DATABASE_URL, { connections: 24 });
  return {
    db,
    log,
    secrets: createSecretBox(environment.SECRET_KEY),
    tail: openEventTail(db, (error) => log.warn({ err: error }, 'the event tail could not read')),
  };
}

const kept = globalThis as { handoffServices?: Services };

/** Opened once a process, also when the development server loads this module again. */
export const services: Services = (kept.handoffServices ??= openServices());
