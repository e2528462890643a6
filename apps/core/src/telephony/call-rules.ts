import type { Context } from '../platform/context.ts';
import type { CallRow } from './call-access.ts';

/** What a service group decides about its calls; an administrator edits it with the group. */
export interface CallRules {
  /** Whose list of dispositions holds; null offers all. */
  groupId: string | null;
  /** How long a call rings at one agent before the next one is rung (s). */
  ringSeconds: number;
  /** How long an agent has after a conversation (s). */
  wrapUpSeconds: number;
  isDispositionRequired: boolean;
  /** Why an agent is not ready who let a call ring; null leaves them ready. */
  missedReasonId: string | null;
}

/** For agents who serve in no group that takes calls. */
const withoutGroup: CallRules = {
  groupId: null,
  ringSeconds: 20,
  wrapUpSeconds: 30,
  isDispositionRequired: false,
  missedReasonId: null,
};

/** The rules of a call: those of its group or, if it came to an agent alone, of the first of the agent's groups. */
export async function callRulesOf(context: Context, call: Pick<CallRow, 'groupId' | 'agentId'>): Promise<CallRules> {
  const rules = await context.db
    .selectFrom('serviceGroup')
    .select(['id as groupId', 'ringSeconds', 'wrapUpSeconds', 'isDispositionRequired', 'missedReasonId'])
    .$if(call.groupId !== null, (query) => query.where('id', '=', call.groupId))
    .$if(call.groupId === null, (query) =>
      query
        .where('kind', '=', 'voice')
        .where('id', 'in', (eb) =>
          eb.selectFrom('serviceGroupMember').select('groupId').where('agentId', '=', call.agentId),
        ),
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return rules ?? withoutGroup;
}
