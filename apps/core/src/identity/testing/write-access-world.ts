import type { Database } from '@handoff/prisma';
import { newId } from '../../platform/id.ts';
import { accessTables, at, insert, type WrittenWorld } from './access-rows.ts';
import type { AccessWorld } from './access-world.ts';
import { writeAccessPeople } from './write-access-people.ts';
import { writeAccessRecords } from './write-access-records.ts';
import { writeAccessWork } from './write-access-work.ts';

const ids = (list: readonly unknown[] | number): string[] =>
  Array.from({ length: typeof list === 'number' ? list : list.length }, () => newId());

/** Empties the database and writes the company into it. */
export async function writeAccessWorld(db: Database, world: AccessWorld): Promise<WrittenWorld> {
  for (const table of accessTables) await db.deleteFrom(table).execute();
  const written: WrittenWorld = {
    searchWord: newId().toLowerCase(),
    departments: ids(world.departments),
    groups: ids(world.groupCount),
    roles: ids(world.roles),
    agents: ids(world.agents),
    customers: ids(world.customers),
    tickets: ids(world.tickets),
    calls: ids(world.calls),
    files: ids(world.files),
    recordings: ids(world.recordings),
    notifications: ids(world.notifications),
    savedViews: ids(world.savedViews),
    credentials: ids(world.credentials),
    auditEntries: ids(2),
    channels: ids(1),
    lastEvents: [],
  };
  await writeAccessPeople(db, world, written);
  await writeAccessRecords(db, world, written);
  await writeAccessWork(db, world, written);
  written.lastEvents = await writeEvents(db, world, written);
  return written;
}

/** One event of every ticket; then, so that a reader knows when all have been told, one of each agent's own. */
async function writeEvents(db: Database, world: AccessWorld, to: WrittenWorld): Promise<string[]> {
  const own = to.tickets.slice(-world.agents.length);
  const events = [...to.tickets, ...own].map((subjectId, index) => ({
    id: `01${String(index).padStart(24, '0')}`,
    kind: 'ticket.created',
    subjectType: 'ticket',
    subjectId,
    payload: '{}',
    at,
  }));
  await insert(db, 'event', events);
  return events.slice(-own.length).map(({ id }) => id);
}
