import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requireAgent, requirePermission } from '../actor.ts';
import { findManageableAgent } from '../agent/find-agent.ts';
import { setAbsenceInput } from './absence-input.ts';

async function requireDeputy(
  context: Context,
  agentId: string,
  deputyId: string,
  from: Date,
  until: Date,
): Promise<void> {
  const deputy = await context.db
    .selectFrom('agent')
    .select(['name', 'isActive', 'awayFrom', 'awayUntil'])
    .where('id', '=', deputyId)
    .executeTakeFirst();
  if (!deputy?.isActive || deputyId === agentId) {
    throw ValidationError.at('deputyId', 'no_deputy', {
      en: 'The deputy has to be another agent who works here. Choose somebody else.',
      zh: '代理人必须是其他在职坐席，请另选。',
    });
  }
  const isAway = deputy.awayFrom && deputy.awayUntil && deputy.awayFrom < until && deputy.awayUntil > from;
  if (!isAway) return;
  throw ValidationError.at('deputyId', 'deputy_is_away', {
    en: `${deputy.name} is away in that time too. Choose somebody else.`,
    zh: `${deputy.name}在此期间也不在岗，请另选代理人。`,
  });
}

/**
 * Says when an agent is away and who has their work meanwhile, or that they are not. One's own; others' with
 * agent.manage. Throws ValidationError for a deputy who is away too, NotPermittedError, NotFoundError.
 */
export async function setAbsence(context: Context, input: z.input<typeof setAbsenceInput>): Promise<string> {
  const { agentId: ofOther, from, until, deputyId } = parseInput(setAbsenceInput, input);
  const agentId = ofOther ?? requireAgent(context.actor);
  const isOwn = agentId === context.actor.agentId;
  if (!isOwn) requirePermission(context.actor, 'agent.manage');
  return inTransaction(context, async (context) => {
    if (!isOwn) await findManageableAgent(context, agentId);
    if (deputyId && from && until) await requireDeputy(context, agentId, deputyId, from, until);
    const absence = { awayFrom: from ?? null, awayUntil: until ?? null, deputyId: deputyId ?? null };
    await context.db.updateTable('agent').set(absence).where('id', '=', agentId).execute();
    await recordAudit(context, {
      action: 'agent.absence_set',
      subjectType: 'agent',
      subjectId: agentId,
      changes: absence,
    });
    return agentId;
  });
}
