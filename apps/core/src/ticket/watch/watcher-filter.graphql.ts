import { sql, type RawBuilder } from 'kysely';
import { builder } from '../../graphql/builder.ts';
import { fromGlobalId } from '../../graphql/global-id.ts';

interface AskedWatchers {
  in?: readonly (string | number)[] | null;
  notIn?: readonly (string | number)[] | null;
  isEmpty?: boolean | null;
}

/** Who watches tickets, as a list asks for it. */
export const WatcherFilter = builder.inputRef<AskedWatchers>('TicketWatcherFilter').implement({
  fields: (t) => ({
    in: t.idList({ description: 'Any of these watches it.' }),
    notIn: t.idList({ description: 'None of these watches it.' }),
    isEmpty: t.boolean({ description: 'Nobody watches it.' }),
  }),
});

function watchedBy(ids: readonly (string | number)[]): RawBuilder<boolean> {
  const agentIds = ids.slice(0, 100).flatMap((id) => fromGlobalId('Agent', String(id)) ?? []);
  if (agentIds.length === 0) return sql`FALSE`;
  return sql`ticket.id IN (SELECT ticket_watcher.ticket_id FROM ticket_watcher
    WHERE ticket_watcher.agent_id IN (${sql.join(agentIds)}))`;
}

/** The condition of a watcher filter on table `ticket`. */
export function watcherCondition({ in: any, notIn, isEmpty }: AskedWatchers): RawBuilder<boolean> {
  const watched = sql<boolean>`ticket.id IN (SELECT ticket_watcher.ticket_id FROM ticket_watcher)`;
  const parts = [
    ...(any ? [watchedBy(any)] : []),
    ...(notIn ? [sql<boolean>`NOT ${watchedBy(notIn)}`] : []),
    ...(typeof isEmpty === 'boolean' ? [isEmpty ? sql<boolean>`NOT ${watched}` : watched] : []),
  ];
  return parts.length > 0 ? sql`(${sql.join(parts, sql` AND `)})` : sql`TRUE`;
}
