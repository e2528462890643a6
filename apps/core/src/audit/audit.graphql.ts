import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { defineFilter } from '../graphql/filter.ts';
import { recordType } from '../graphql/record.ts';
import { may } from '../identity/actor.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';

type AuditRow = Selectable<DB['auditEntry']>;

export const AuditEntry = recordType<AuditRow>('AuditEntry', async (context, ids) => {
  if (!may(context.actor, 'audit.read')) return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('auditEntry').selectAll().where('id', 'in', ids).execute());
});

AuditEntry.implement({
  description: 'Who did what to which record.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    actor: t.field({ type: Agent, nullable: true, resolve: (entry) => entry.actorId }),
    action: t.exposeString('action'),
    subjectType: t.exposeString('subjectType'),
    subjectId: t.exposeString('subjectId'),
    changes: t.field({ type: 'JSON', resolve: (entry) => entry.changes }),
    ip: t.exposeString('ip', { nullable: true }),
  }),
});

const auditFilter = defineFilter('AuditFilter', {
  actor: { kind: 'id', node: 'Agent', column: 'audit_entry.actor_id' },
  action: { kind: 'text', column: 'audit_entry.action' },
  subjectType: { kind: 'text', column: 'audit_entry.subject_type' },
  subjectId: { kind: 'text', column: 'audit_entry.subject_id' },
  at: { kind: 'date', column: 'audit_entry.at' },
});

const newestFirst: OrderColumn[] = [
  { column: 'audit_entry.id', direction: 'desc', valueOf: (row: AuditRow) => row.id },
];

builder.queryField('auditEntries', (t) =>
  t.connection({
    type: AuditEntry,
    description: 'The audit log, newest first. Needs audit.read; without it there is nothing.',
    args: { filter: t.arg({ type: auditFilter.Input }) },
    resolve: async (_root, { filter, ...args }, context) => {
      const query = context.db
        .selectFrom('auditEntry')
        .selectAll()
        .where(sql<boolean>`${may(context.actor, 'audit.read')}`)
        .where(await auditFilter.where(filter, context));
      const page = await readPage(query, newestFirst, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);
