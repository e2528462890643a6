import { z } from 'zod';
import { condition } from '../condition/condition.ts';
import { localizedText } from '../platform/text/localized-text.ts';
import { recordKey, stableKey } from '../platform/text/stable-key.ts';
import { assigneeRule } from './assignee-rule.ts';

const base = { id: stableKey, name: localizedText, description: localizedText.optional() };

const YEAR_SECONDS = 366 * 86_400;

/** What happens when nobody finished a step in its time. `proceed` leaves by the edge whose outcome is `timed_out`. */
export const timeLimit = z.strictObject({
  seconds: z.int().max(YEAR_SECONDS),
  clock: z.enum(['service', 'elapsed']),
  then: z.enum(['notify_manager', 'offer_to_fallback', 'approve', 'reject', 'proceed']),
});

/** What is to be ticked off at a step; what is required holds its submission. */
export const checklistLine = z.strictObject({ key: stableKey, text: localizedText, isRequired: z.boolean() });

const people = {
  assignee: assigneeRule,
  /** Only accepting at a node that says so counts as first response; if none says so, the first accept anywhere does. */
  commitsFirstResponse: z.boolean().optional(),
  rollbackTo: z.union([z.enum(['previous', 'initiator', 'none']), z.array(stableKey).min(1).max(50)]).optional(),
  timeLimit: timeLimit.optional(),
  allowSuspend: z.boolean().optional(),
  checklist: z.array(checklistLine).min(1).max(50).optional(),
};

/** How the votes of several approvers count; an approver is everyone whom the assignee rule finds. */
export const approvalMode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('n_of_m'), n: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('one_after_another') }),
  /** Approvers count as much as the heaviest of their roles that is named here, others once. */
  z.strictObject({
    kind: z.literal('by_weight'),
    needed: z.int().min(1).max(10_000),
    weights: z.array(z.strictObject({ role: recordKey, weight: z.int().min(1).max(100) })).max(20),
  }),
]);

export const waitFor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('duration'),
    seconds: z.int().max(YEAR_SECONDS),
    clock: z.enum(['service', 'elapsed']),
  }),
  z.strictObject({ kind: z.literal('until_field'), field: stableKey }),
]);

const audience = z.array(assigneeRule).min(1).max(20);
/** Over which channels people are told beside the product itself, by their ids in the API; if not said, as the company has set. */
const channelIds = z.array(z.string().min(1).max(100)).max(10).optional();

export const flowNode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), ...base }),
  z.strictObject({ kind: z.literal('handle'), ...base, ...people }),
  z.strictObject({ kind: z.literal('approve'), ...base, ...people, mode: approvalMode }),
  z.strictObject({ kind: z.literal('cc'), ...base, to: audience, channelIds }),
  z.strictObject({ kind: z.literal('notify'), ...base, to: audience, message: localizedText, channelIds }),
  z.strictObject({ kind: z.literal('wait'), ...base, waitFor }),
  z.strictObject({ kind: z.literal('branch'), ...base }),
  z.strictObject({ kind: z.literal('parallel_split'), ...base }),
  z.strictObject({ kind: z.literal('parallel_join'), ...base }),
  z.strictObject({
    kind: z.literal('webhook'),
    ...base,
    url: z.url({ protocol: /^https?$/ }).max(2000),
    fields: z.array(stableKey).max(200),
  }),
  z.strictObject({
    kind: z.literal('sub_ticket'),
    ...base,
    ticketType: recordKey,
    /** The child's field → the field of this ticket that fills it. */
    copyFields: z.record(stableKey, stableKey),
    waitForEnd: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('end'), ...base, outcome: z.enum(['completed', 'cancelled']) }),
]);

/**
 * A way from one node to another. Out of a branch, edges are tried by ascending `priority` and the default is taken when
 * none holds. `outcome` belongs to edges out of people's steps: an edge without it is the usual way on.
 */
export const flowEdge = z.strictObject({
  id: stableKey,
  from: stableKey,
  to: stableKey,
  label: localizedText.optional(),
  when: condition.optional(),
  priority: z.int().min(0).max(1000).optional(),
  isDefault: z.boolean().optional(),
  outcome: z.enum(['rejected', 'timed_out', 'failed']).optional(),
});

/** The way a ticket takes. Ids stay the same from version to version. `fallbackGroup` gets what nobody else can have. */
export const flowDefinition = z.strictObject({
  fallbackGroup: recordKey,
  nodes: z.array(flowNode).min(1).max(500),
  edges: z.array(flowEdge).max(2000),
});

export type FlowNode = z.infer<typeof flowNode>;
export type FlowNodeKind = FlowNode['kind'];
export type NodeOf<K extends FlowNodeKind> = Extract<FlowNode, { kind: K }>;
export type ChecklistLine = z.infer<typeof checklistLine>;
/** A node at which a person acts. */
export type PeopleNode = NodeOf<'handle'> | NodeOf<'approve'>;
export type FlowEdge = z.infer<typeof flowEdge>;
export type FlowDefinition = z.infer<typeof flowDefinition>;
export type TimeLimit = z.infer<typeof timeLimit>;
export type ApprovalMode = z.infer<typeof approvalMode>;
