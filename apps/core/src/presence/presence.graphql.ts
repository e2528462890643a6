import { builder } from '../graphql/builder.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { reachOf } from '../identity/reach.ts';
import type { Context } from '../platform/context.ts';
import { Call } from '../telephony/call.graphql.ts';
import { toPresence, voice } from './change-presence.ts';
import { effectivePresence, presenceStateSchema, type Presence } from './presence-state.ts';
import { NotReadyReason } from './reason/not-ready-reason.graphql.ts';
import { chosenStateSchema, setPresence, setPresenceInput } from './set-presence.ts';

const PresenceStateType = enumOf('PresenceState', presenceStateSchema);
enumOf('ChosenPresenceState', chosenStateSchema, 'The states that an agent chooses.');

export const PresenceType = builder.objectRef<Presence>('Presence').implement({
  description: 'Where an agent stands with calls.',
  fields: (t) => ({
    agent: t.field({ type: Agent, nullable: true, resolve: (presence) => presence.agentId }),
    state: t.field({ type: PresenceStateType, resolve: (presence) => presence.state }),
    reason: t.field({
      type: NotReadyReason,
      nullable: true,
      description: 'Why not ready; during a call, what comes after it.',
      resolve: (presence) => presence.reasonId,
    }),
    call: t.field({
      type: Call,
      nullable: true,
      description: 'The call that rings, is on, or was just had.',
      resolve: (presence) => presence.callId,
    }),
    since: t.expose('since', { type: 'DateTime' }),
    until: t.expose('until', { type: 'DateTime', nullable: true, description: 'When wrapping up ends by itself.' }),
  }),
});

/** Where an agent stands now; offline if never seen. */
export async function findPresence(context: Context, agentId: string): Promise<Presence> {
  const row = await context.db
    .selectFrom('agentPresence')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('channel', '=', voice)
    .executeTakeFirst();
  const now = context.now();
  if (row) return effectivePresence(toPresence(row), now);
  return { agentId, state: 'offline', reasonId: null, callId: null, since: now, until: null, version: 0 };
}

builder.queryFields((t) => ({
  presence: t.field({
    type: PresenceType,
    nullable: true,
    description: "The viewer's own.",
    resolve: (_root, _args, context) => (context.actor.agentId ? findPresence(context, context.actor.agentId) : null),
  }),
  presences: t.field({
    type: [PresenceType],
    description: 'Of the agents in the scope of presence.read.',
    resolve: async (_root, _args, context) => {
      const reach = await reachOf(context, 'presence.read');
      if (reach !== 'all' && reach.agentIds.length === 0) return [];
      const rows = await context.db
        .selectFrom('agentPresence')
        .selectAll()
        .where('channel', '=', voice)
        .$if(reach !== 'all', (query) => query.where('agentId', 'in', reach === 'all' ? [] : reach.agentIds))
        .orderBy('agentId')
        .limit(1_000)
        .execute();
      return rows.map((row) => effectivePresence(toPresence(row), context.now()));
    },
  }),
}));

defineMutation({
  name: 'setPresence',
  description: 'Sets the viewer ready, not ready or offline. Needs call.use.',
  input: setPresenceInput,
  run: async (context, input) => ({ agentId: await setPresence(context, input) }),
  fields: (t) => ({
    presence: t.field({
      type: PresenceType,
      resolve: (result, _args, context) => findPresence(context, result.agentId),
    }),
  }),
});
