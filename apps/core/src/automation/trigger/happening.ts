import type { Kinds, Values } from '../../condition/condition.ts';
import { formKinds } from '../../form/form-fields.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { FieldChange, Moved } from '../../ticket/append-event.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import type { TriggerEvent } from './trigger-event.ts';

/** Something that triggers may answer to. */
export interface Happening {
  /** Names it: a trigger runs once for each. */
  causeId: string;
  events: readonly TriggerEvent[];
  actorId: string | null;
  /** How many triggers led to it, one setting off another. */
  depth: number;
  /** The `causeId` of what all began with. */
  rootId: string;
  changes: readonly FieldChange[];
  moved: Moved | null;
  comment: string | null;
  /** The kind of clock, of what clocks did. */
  clock: string | null;
  exported: { list: string; count: number } | null;
}

/** The properties of a ticket and of what happened, as conditions name them; designed fields are named by their keys. */
export const PROPERTY_KINDS = {
  'ticket.type': 'reference',
  'ticket.title': 'text',
  'ticket.status': 'choice',
  'ticket.urgency': 'choice',
  'ticket.sla_state': 'choice',
  'ticket.step': 'choices',
  'ticket.tags': 'choices',
  'ticket.handler': 'reference',
  'ticket.group': 'reference',
  'ticket.creator': 'reference',
  'ticket.department': 'reference',
  'ticket.customer': 'reference',
  'ticket.is_sub_ticket': 'boolean',
  'ticket.created_at': 'datetime',
  'ticket.due_at': 'datetime',
  'event.actor': 'reference',
  'event.is_automatic': 'boolean',
  'event.status_before': 'choice',
  'event.comment': 'text',
  'event.clock': 'choice',
  'event.tag': 'text',
  'event.list': 'choice',
  'event.rows': 'number',
} as const satisfies Kinds;

/** What every field of a condition is, for a trigger of one type or, without a form, of all. */
export const triggerKinds = (form?: FormDefinition): Kinds => ({ ...(form ? formKinds(form) : {}), ...PROPERTY_KINDS });

/** What events a line of a history stands for. */
export function eventsOf(kind: string, changes: readonly FieldChange[], moved: Moved | null): TriggerEvent[] {
  const events: TriggerEvent[] = [];
  if (kind === 'created') events.push('created');
  if (kind === 'cancelled') events.push('cancelled');
  if (kind === 'commented' || kind === 'supplemented') events.push('commented');
  if (kind === 'tags_changed') events.push('tagged');
  if (kind === 'sla_reminded') events.push('clock_approaching');
  if (kind === 'sla_breached') events.push('clock_breached');
  if (changes.some(({ field }) => changedField(field) !== null)) events.push('field_changed');
  if (moved && kind !== 'created') {
    if (moved.status.from !== moved.status.to) events.push('status_changed');
    if (moved.left.length + moved.entered.length > 0) events.push('step_changed');
  }
  return events;
}

/** The name by which a trigger knows a field that a history says was changed; null for what is no field. */
export function changedField(field: string): string | null {
  if (field.startsWith('answers.')) return field.slice('answers.'.length);
  return field === 'urgency' || field === 'handler' ? field : null;
}

const globalId = (node: string, id: string | null): string | null => (id === null ? null : toGlobalId(node, id));

/** What conditions read of a ticket and of what happened to it. */
export function triggerValues(happening: Happening, ticket: TicketRow | null, tagIds: readonly string[]): Values {
  const { actorId, moved, comment, clock, changes, exported } = happening;
  const tags = changes.flatMap(({ field, from, to }) => (field === 'tag' ? [String(to ?? from ?? '')] : []));
  const event: Values = {
    'event.actor': globalId('Agent', actorId),
    'event.is_automatic': actorId === null,
    'event.status_before': moved?.status.from ?? null,
    'event.comment': comment,
    'event.clock': clock,
    'event.tag': tags.join(', '),
    'event.list': exported?.list ?? null,
    'event.rows': exported?.count ?? null,
  };
  if (!ticket) return event;
  const { tokens } = ticket.flowState as { tokens: { nodeId: string }[] };
  return {
    ...(ticket.answers as Values),
    ...event,
    'ticket.type': toGlobalId('TicketType', ticket.typeId),
    'ticket.title': ticket.title,
    'ticket.status': ticket.status,
    'ticket.urgency': ticket.urgency,
    'ticket.sla_state': ticket.slaState,
    'ticket.step': [...new Set(tokens.map(({ nodeId }) => nodeId))],
    'ticket.tags': tagIds.map((id) => toGlobalId('Tag', id)),
    'ticket.handler': globalId('Agent', ticket.handlerId),
    'ticket.group': globalId('ServiceGroup', ticket.groupId),
    'ticket.creator': toGlobalId('Agent', ticket.creatorId),
    'ticket.department': globalId('Department', ticket.departmentId || null),
    'ticket.customer': globalId('Customer', ticket.customerId),
    'ticket.is_sub_ticket': ticket.parentId !== null,
    'ticket.created_at': ticket.createdAt.toISOString(),
    'ticket.due_at': ticket.dueAt?.toISOString() ?? null,
  };
}
