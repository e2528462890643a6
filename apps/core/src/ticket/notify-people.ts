import type { FlowEffect, NotifyPurpose } from '../flow/flow-effect.ts';
import { nodeOf } from '../flow/flow-graph.ts';
import type { Context } from '../platform/context.ts';
import { channelsNamed } from '../notifier/channels-named.ts';
import { enqueue } from '../platform/outbox.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';

/** What a notification about a ticket says of it. */
export interface NotifiedTicket {
  id: string;
  number: string;
  title: string;
}

const actionable = new Set<NotifyPurpose>(['assigned', 'offered', 'returned', 'time_limit']);

function gatherNotices(notices: Map<string, number>, agentIds: readonly string[], kind: string): void {
  for (const agentId of agentIds) {
    const key = `${agentId} ${kind}`;
    notices.set(key, (notices.get(key) ?? 0) + 1);
  }
}

/** Leaves a notification for the dispatcher; `causeId` makes it one per person, however often it is tried. */
export async function notifyAbout(
  context: Context,
  ticket: NotifiedTicket,
  notification: {
    causeId: string;
    kind: string;
    agentIds: readonly string[];
    isActionable: boolean;
    params?: Record<string, unknown>;
    /** Over which channels it leaves the product; if not said, as the company has set for its kind. */
    channelIds?: readonly string[] | undefined;
  },
): Promise<void> {
  const agentIds = [...new Set(notification.agentIds)].filter((id) => id !== context.actor.agentId);
  if (agentIds.length === 0) return;
  if (context.notices) return gatherNotices(context.notices, agentIds, notification.kind);
  await enqueue(context, {
    kind: 'notification',
    key: notification.causeId,
    payload: {
      causeId: notification.causeId,
      kind: notification.kind,
      agentIds,
      subjectType: 'ticket',
      subjectId: ticket.id,
      isActionable: notification.isActionable,
      params: { number: ticket.number, title: ticket.title, ...notification.params },
      ...(notification.channelIds && { channelIds: notification.channelIds }),
    },
  });
}

/** Tells the people whom the interpreter named. */
export async function notifyPeople(
  context: Context,
  ticket: NotifiedTicket,
  definition: TicketTypeDefinition,
  effects: readonly FlowEffect[],
): Promise<void> {
  for (const effect of effects) {
    if (effect.type !== 'notify') continue;
    const node = nodeOf(definition.flow, effect.nodeId);
    await notifyAbout(context, ticket, {
      causeId: `${ticket.id}:${effect.id}`,
      kind: `ticket.${effect.purpose}`,
      agentIds: effect.agentIds,
      isActionable: actionable.has(effect.purpose),
      channelIds: channelsNamed(node && 'channelIds' in node ? node.channelIds : undefined),
      params: { node: node?.name, message: effect.message },
    });
  }
}
