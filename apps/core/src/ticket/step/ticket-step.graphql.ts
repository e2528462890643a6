import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { Agent, ServiceGroup } from '../../identity/agent.graphql.ts';
import type { FlowNode } from '../../flow/flow-definition.ts';
import type { FlowState, Token } from '../../flow/flow-state.ts';
import { nodeOf, type FlowVersion } from '../../flow/flow-graph.ts';
import { rollbackTargets } from '../../flow/roll-back.ts';
import type { Context } from '../../platform/context.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { actionsAtStep, type Onlooker } from '../available-actions.ts';
import type { StandsIn } from './stand-in-changes.ts';
import { StandInType } from './stand-in.graphql.ts';
import { managedAmong, type TicketRow } from '../ticket-access.ts';
import { stateOf, Ticket, TicketActionType } from '../ticket.graphql.ts';

interface RollbackTarget {
  nodeId: string;
  name: LocalizedText;
}

/** A step with what its fields are worked out from, each only when it is asked for. */
interface Step extends Omit<Selectable<DB['ticketStep']>, 'dueAt'> {
  version: FlowVersion;
  node: FlowNode | undefined;
  state: FlowState;
  /** Absent once the step is over. */
  token: Token | undefined;
  onlooker: Onlooker;
}

const RollbackTargetType = builder.objectRef<RollbackTarget>('RollbackTarget').implement({
  description: 'A step to which a ticket may be sent back.',
  fields: (t) => ({ nodeId: t.exposeString('nodeId'), name: t.expose('name', { type: LocalizedTextType }) }),
});

const TicketStep = builder.objectRef<Step>('TicketStep').implement({
  description: 'The ticket at one node: who has it, since when, what came of it.',
  fields: (t) => ({
    stepId: t.exposeString('tokenId', { description: 'Names the step in mutations.' }),
    nodeId: t.exposeString('nodeId'),
    nodeKind: t.string({ resolve: ({ node }) => node?.kind ?? 'handle' }),
    name: t.field({
      type: LocalizedTextType,
      resolve: ({ node, nodeId }) => node?.name ?? { en: nodeId, zh: nodeId },
    }),
    assignee: t.field({ type: Agent, nullable: true, resolve: (step) => step.assigneeId }),
    group: t.field({ type: ServiceGroup, nullable: true, resolve: (step) => step.groupId }),
    candidates: t.field({
      type: [Agent],
      description: 'Who may accept or decide it.',
      resolve: ({ token }) => token?.candidateIds ?? [],
    }),
    standIns: t.field({
      type: [StandInType],
      description: 'Those among its assignee and candidates who have it for somebody who is away.',
      resolve: ({ token }) => (token ? standInsOf(token) : []),
    }),
    since: t.expose('since', { type: 'DateTime' }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: true }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    finishedBy: t.field({ type: Agent, nullable: true, resolve: (step) => step.finishedById }),
    outcome: t.exposeString('outcome', { nullable: true }),
    isActive: t.exposeBoolean('isActive'),
    isSuspended: t.boolean({ resolve: ({ token }) => token !== undefined && token.suspendedAt !== null }),
    actions: t.field({
      type: [TicketActionType],
      resolve: ({ version, state, token, onlooker }) => (token ? actionsAtStep(version, state, token, onlooker) : []),
    }),
    rollbackTargets: t.field({ type: [RollbackTargetType], resolve: rollbackTargetsOf }),
  }),
});

function standInsOf({ assigneeId, candidateIds, standIns = {} }: Token): StandsIn[] {
  return Object.entries(standIns)
    .filter(([id]) => id === assigneeId || candidateIds.includes(id))
    .map(([agentId, { agentId: forAgentId, until }]) => ({ agentId, forAgentId, until: new Date(until) }));
}

/** The steps of tickets, past and present, oldest first: two statements, however many tickets. */
async function stepsOfTickets(context: Context, tickets: readonly TicketRow[]): Promise<Step[][]> {
  const ids = tickets.map(({ id }) => id);
  const [rows, managed] = await Promise.all([
    context.db
      .selectFrom('ticketStep')
      .selectAll()
      .where('ticketId', 'in', ids)
      .orderBy('since')
      .orderBy('id')
      .execute(),
    managedAmong(context, ids),
  ]);
  return Promise.all(
    tickets.map(async (ticket) => {
      const { definition } = await loadVersion(context, ticket.versionId);
      const onlooker = { agentId: context.actor.agentId, mayManage: managed.has(ticket.id) };
      const state = stateOf(ticket);
      return rows.flatMap((row): Step[] => {
        if (row.ticketId !== ticket.id) return [];
        const token = state.tokens.find(({ id }) => id === row.tokenId);
        return [{ ...row, version: definition, node: nodeOf(definition.flow, row.nodeId), state, token, onlooker }];
      });
    }),
  );
}

function rollbackTargetsOf({ version: { flow }, state, tokenId }: Step): RollbackTarget[] {
  return rollbackTargets(flow, state, tokenId).flatMap(({ nodeId }) => {
    const target = nodeOf(flow, nodeId);
    return target ? [{ nodeId, name: target.name }] : [];
  });
}

builder.objectField(Ticket, 'steps', (t) =>
  t.loadableList({
    type: TicketStep,
    description: 'Past and present steps, oldest first.',
    load: (tickets: TicketRow[], context) => stepsOfTickets(context, tickets),
    resolve: (ticket) => ticket,
  }),
);
