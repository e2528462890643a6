import { callEventSchema, type CallEvent } from '@handoff/plugin-sdk';
import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { remember } from '../platform/context.ts';
import { mergedInto } from '../ticket/merge/merged-tickets.sql.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { Call } from './call.graphql.ts';
import { callsInReach } from './call-access.ts';
import { findAgent } from './find-agent.ts';

const CallLeg = builder.objectRef<Selectable<DB['callLeg']>>('CallLeg').implement({
  description: "One agent's part in a call.",
  fields: (t) => ({
    agent: t.field({ type: Agent, nullable: true, resolve: (leg) => leg.agentId }),
    ringingAt: t.expose('ringingAt', { type: 'DateTime' }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description:
        'finished, transferred, rejected, missed or answered_elsewhere; else why the call ended before an answer.',
    }),
  }),
});

const CallReport = builder.objectRef<CallEvent>('CallReport').implement({
  description: 'What the telephone system reported of a call.',
  fields: (t) => ({
    kind: t.string({
      description: 'offered, answered, held, resumed, muted, unmuted, transferred or ended.',
      resolve: ({ kind }) => kind.replace(/^call\./, ''),
    }),
    at: t.expose('at', { type: 'DateTime' }),
    agent: t.field({
      type: Agent,
      nullable: true,
      description: 'Whom it names.',
      resolve: (event, _args, context) => {
        const named = event.kind === 'call.transferred' ? event.toAgent : 'agent' in event ? event.agent : undefined;
        return named ? remember(context, `agent named ${named}`, () => findAgent(context, named)) : null;
      },
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it ended.',
      resolve: (event) => (event.kind === 'call.ended' ? event.reason : null),
    }),
  }),
});

builder.objectFields(Call, (t) => ({
  legs: t.field({
    type: [CallLeg],
    description: 'Whom it rang at, in turn; 100 at most.',
    resolve: (call, _args, { db }) =>
      db
        .selectFrom('callLeg')
        .selectAll()
        .where('callId', '=', call.id)
        .orderBy('ringingAt')
        .orderBy('id')
        .limit(100)
        .execute(),
  }),
  track: t.field({
    type: [CallReport],
    description: 'What the telephone system reported, in order; 200 at most. The call is what these add up to.',
    resolve: async (call, _args, { db }) => {
      const rows = await db
        .selectFrom('inboundEvent')
        .select('payload')
        .where('channelId', '=', call.channelId)
        .where('subject', '=', call.externalId)
        .where('kind', '<>', 'call.recorded')
        .orderBy('id')
        .limit(200)
        .execute();
      return rows
        .map(({ payload }) =>
          callEventSchema.parse({ ...(payload as object), at: new Date((payload as { at: string }).at) }),
        )
        .toSorted((a, b) => a.at.getTime() - b.at.getTime());
    },
  }),
  capabilities: t.stringList({
    description: 'What its telephone system can do with it; a button for anything else would be dead.',
    resolve: async (call, _args, context) => {
      const pluginId = await remember(context, `plugin of channel ${call.channelId}`, async () => {
        const channel = await context.db
          .selectFrom('channel')
          .select('pluginId')
          .where('id', '=', call.channelId)
          .executeTakeFirst();
        return channel?.pluginId ?? '';
      });
      return [...(context.plugins?.get(pluginId)?.capabilities ?? [])];
    },
  }),
}));

builder.objectField(Ticket, 'calls', (t) =>
  t.field({
    type: [Call],
    description:
      "The calls that belong to it or to tickets that were merged into it, in the caller's scope, newest first; 50 at most.",
    resolve: async (ticket, _args, context) =>
      context.db
        .selectFrom('call')
        .selectAll()
        .where('ticketId', 'in', [ticket.id, ...(await mergedInto(context, ticket.id))])
        .where(await callsInReach(context))
        .orderBy('startedAt', 'desc')
        .limit(50)
        .execute(),
  }),
);
