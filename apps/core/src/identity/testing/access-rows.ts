import type { Database } from '@handoff/prisma';

/** The database id of each record, by its place in its list. */
export interface WrittenWorld {
  /** The word by which a search finds every ticket and customer of this world, and nothing of an earlier one. */
  searchWord: string;
  departments: string[];
  groups: string[];
  roles: string[];
  agents: string[];
  customers: string[];
  tickets: string[];
  calls: string[];
  files: string[];
  recordings: string[];
  notifications: string[];
  savedViews: string[];
  credentials: string[];
  auditEntries: string[];
  channels: string[];
  /** What tells of each agent's own ticket, after everything else. */
  lastEvents: string[];
}

/** What a world fills. */
export const accessTables = [
  'department',
  'agent',
  'role',
  'roleGrant',
  'agentRole',
  'serviceGroup',
  'serviceGroupMember',
  'customer',
  'customerPhone',
  'customerChange',
  'ticket',
  'ticketStep',
  'ticketParticipant',
  'call',
  'callLeg',
  'recording',
  'file',
  'notification',
  'savedView',
  'savedViewGroup',
  'apiCredential',
  'auditEntry',
  'agentPresence',
  'channel',
  'event',
] as const;

export const at = new Date('2026-03-18T06:30:00Z');
export const stamps = { createdAt: at, updatedAt: at };

/** The id at a place of a list, where there is a place. */
export const idAt = (list: readonly string[], at: number | null): string | null =>
  at === null ? null : (list[at] ?? null);

/** `values` of no rows is no SQL. */
export async function insert(
  db: Database,
  table: (typeof accessTables)[number] | 'searchDocument',
  rows: object[],
): Promise<void> {
  if (rows.length > 0) await db.insertInto(table).values(rows).execute();
}
