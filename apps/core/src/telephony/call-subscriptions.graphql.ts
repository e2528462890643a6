import { builder } from '../graphql/builder.ts';
import { followEvents } from '../graphql/follow-events.ts';
import { tailOf } from '../graphql/subscriptions.graphql.ts';
import { reachOf } from '../identity/reach.ts';
import type { EventRow } from '../platform/event/event-tail.ts';
import { findPresence, PresenceType } from '../presence/presence.graphql.ts';
import type { CommandFault } from '../channel/command-fault.ts';
import { Call } from './call.graphql.ts';

const afterArg = 'The last eventId seen; what came since is told first.';

interface CallPayload {
  outcome?: string | null;
  failure?: CommandFault & { command: string };
}

const CommandFailure = builder.objectRef<CommandFault & { command: string }>('CommandFailure').implement({
  description: 'A command that was not carried out.',
  fields: (t) => ({
    command: t.exposeString('command', { description: 'Such as answer, hold or dial.' }),
    code: t.exposeString('code', { description: "channel_off, channel_unreachable, or the plugin's own." }),
    message: t.string({ resolve: ({ text }, _args, { locale }) => text[locale] }),
  }),
});

const CallChange = builder.objectRef<EventRow>('CallChange').implement({
  description: 'Something happened to a call.',
  fields: (t) => ({
    eventId: t.exposeString('id', { description: 'Resume from it.' }),
    kind: t.string({
      description:
        'queued, ringing, answered, held, resumed, muted, unmuted, left (it went to somebody else), linked, recorded, ended or command_failed.',
      resolve: (event) => event.kind.replace(/^call\./, ''),
    }),
    at: t.expose('at', { type: 'DateTime' }),
    call: t.field({ type: Call, nullable: true, resolve: (event) => event.subjectId }),
    outcome: t.string({
      nullable: true,
      description: 'How the agent lost it (left: missed, rejected, transferred, answered_elsewhere), or why it ended.',
      resolve: (event) => (event.payload as CallPayload).outcome ?? null,
    }),
    failure: t.field({
      type: CommandFailure,
      nullable: true,
      description: 'What the telephone system did not do (command_failed).',
      resolve: (event) => (event.payload as CallPayload).failure ?? null,
    }),
  }),
});

const PresenceChange = builder.objectRef<EventRow>('PresenceEvent').implement({
  description: 'An agent stands elsewhere now.',
  fields: (t) => ({
    eventId: t.exposeString('id', { description: 'Resume from it.' }),
    at: t.expose('at', { type: 'DateTime' }),
    presence: t.field({
      type: PresenceType,
      resolve: (event, _args, context) => findPresence(context, event.subjectId),
    }),
  }),
});

const groupOf = (event: EventRow): string | null => (event.payload as { groupId?: string | null }).groupId ?? null;

builder.subscriptionField('callEvents', (t) =>
  t.field({
    type: CallChange,
    description: "The viewer's calls, and who waits for their groups.",
    args: { after: t.arg.string({ description: afterArg }) },
    subscribe: (_root, { after }, context) =>
      followEvents(context, tailOf(context), {
        kinds: ['call'],
        after,
        isVisible: (event, { actor }) => {
          if (event.agentId !== null) return event.agentId === actor.agentId;
          const groupId = groupOf(event);
          return groupId !== null && actor.groupIds.includes(groupId);
        },
      }),
    resolve: (event) => event,
  }),
);

builder.subscriptionField('presence', (t) =>
  t.field({
    type: PresenceChange,
    description: "The viewer's own state, and those in the scope of presence.read.",
    args: { after: t.arg.string({ description: afterArg }) },
    subscribe: (_root, { after }, context) =>
      followEvents(context, tailOf(context), {
        kinds: ['presence'],
        after,
        isVisible: async (event, fresh) => {
          if (event.agentId === fresh.actor.agentId) return true;
          const reach = await reachOf(fresh, 'presence.read');
          return reach === 'all' || (event.agentId !== null && reach.agentIds.includes(event.agentId));
        },
      }),
    resolve: (event) => event,
  }),
);
