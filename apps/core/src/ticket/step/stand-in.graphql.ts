import { builder } from '../../graphql/builder.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import type { StandsIn } from './stand-in-changes.ts';

export const StandInType = builder.objectRef<StandsIn>('StandIn').implement({
  description: 'Somebody who has a step as the deputy of somebody who is away.',
  fields: (t) => ({
    agent: t.field({ type: Agent, nullable: true, resolve: ({ agentId }) => agentId }),
    forAgent: t.field({ type: Agent, nullable: true, resolve: ({ forAgentId }) => forAgentId }),
    until: t.expose('until', { type: 'DateTime', description: 'Until when they are away, as it was known then.' }),
  }),
});
