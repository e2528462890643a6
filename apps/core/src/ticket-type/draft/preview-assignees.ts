import { assigneeRule, type AssigneeRule } from '../../flow/assignee-rule.ts';
import { requestOf } from '../../flow/lookup.ts';
import { requireAgent, requirePermission } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { answerLookups } from '../../ticket/answer/answer-lookups.ts';

/** Whom a rule would find now. */
export interface Assignees {
  /** The first ones, best first. */
  agentIds: string[];
  total: number;
  /** Whose manager or department head it is, and who creates, is taken to be the caller. */
  isAboutCaller: boolean;
  /** Only a ticket can say: the rule asks who did an earlier step, or what was answered. */
  isOfTicket: boolean;
}

const mostShown = 10;

const isOfTicket = ({ kind }: AssigneeRule): boolean => kind === 'handler_of' || kind === 'form_field';
const isAboutCaller = (rule: AssigneeRule): boolean => 'of' in rule || rule.kind === 'creator';

/** Who would get a step by this rule if a ticket came to it now. Throws NotPermittedError, ValidationError. */
export async function previewAssignees(context: Context, input: unknown): Promise<Assignees> {
  requirePermission(context.actor, 'ticket_type.manage');
  const me = requireAgent(context.actor);
  const rule = parseInput(assigneeRule, input);
  const request = requestOf(rule, { creatorId: me, handlerId: me, handlers: {}, answers: {} });
  const found = request ? ((await answerLookups(context, [request])).lookups[request.key] ?? []) : [];
  return {
    agentIds: found.slice(0, mostShown),
    total: found.length,
    isAboutCaller: isAboutCaller(rule),
    isOfTicket: isOfTicket(rule),
  };
}
