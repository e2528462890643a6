import { preferences } from '../../identity/preferences.ts';
import type { Context } from '../../platform/context.ts';
import { writePending } from '../../platform/insert-rows.sql.ts';
import { takeAhead } from '../bulk/take-ahead.ts';
import { notifyAbout, type NotifiedTicket } from '../notify-people.ts';
import { maySeeTicket } from '../who-may-see.sql.ts';

async function watchersOf(context: Context, ticketId: string): Promise<string[]> {
  const query = context.db.selectFrom('ticketWatcher').select('agentId').where('ticketId', '=', ticketId);
  return (await query.execute()).map(({ agentId }) => agentId);
}

/** What watchers are told of: a note, or that the ticket went on. */
type Told =
  { kind: 'comments'; sequence: number; body: string } | { kind: 'progress'; sequence: number; event: string };

/**
 * Tells those who watch a ticket, still may see it and want to hear of such things. `except` have been told of the same in
 * other words, as has whoever did it.
 */
export async function notifyWatchers(
  context: Context,
  ticket: NotifiedTicket,
  told: Told,
  except: readonly string[] = [],
): Promise<void> {
  const watching = (await takeAhead(context, ticket.id, 'watcherIds')) ?? (await watchersOf(context, ticket.id));
  const ids = watching.filter((id) => id !== context.actor.agentId && !except.includes(id));
  // Most tickets are watched by nobody.
  if (ids.length === 0) return;
  // Whoever has a part in the ticket only now may see it.
  await writePending(context);
  const people = await context.db
    .selectFrom('agent')
    .leftJoin('agentPreference', (join) =>
      join.onRef('agentPreference.agentId', '=', 'agent.id').on('agentPreference.key', '=', 'watching'),
    )
    .select(['agent.id', 'agentPreference.setting'])
    .where('agent.id', 'in', ids)
    .where(maySeeTicket(ticket.id))
    .execute();
  const agentIds = people
    .filter(({ setting }) => {
      const chosen = preferences.watching.safeParse(setting);
      return !chosen.success || chosen.data[told.kind];
    })
    .map(({ id }) => id);
  const actor = context.actor.agentId
    ? await context.db.selectFrom('agent').select('name').where('id', '=', context.actor.agentId).executeTakeFirst()
    : undefined;
  await notifyAbout(context, ticket, {
    causeId: `${ticket.id}:${told.sequence}:watch`,
    kind: told.kind === 'comments' ? 'ticket.watched_comment' : 'ticket.watched_progress',
    agentIds,
    isActionable: false,
    params: {
      name: actor?.name,
      ...(told.kind === 'comments' ? { body: told.body.slice(0, 200) } : { event: told.event }),
    },
  });
}
