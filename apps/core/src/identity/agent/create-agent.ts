import { recordAudit } from '../../platform/audit.ts';
import { namePinyin } from '../../customer/name-pinyin.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { hashPassword } from '../sign-in/password.ts';
import { requireRights, rightsOfRoles } from '../rights.ts';
import { requireCalendar } from '../working-hours/require-calendar.ts';
import { createAgentInput, type CreateAgentInput } from './agent-input.ts';
import {
  lockReportingTree,
  reportingPathBelow,
  requireDepartment,
  sayWhatIsTaken,
  writeGroups,
  writeRoles,
} from './agent-places.ts';
import { newTemporaryPassword } from './temporary-password.ts';

/**
 * Makes an account. Returns its id and a password that is kept nowhere and has to be changed at the first sign-in.
 * Throws ValidationError, and NotPermittedError if a role grants a right that the caller lacks.
 */
export async function createAgent(
  context: Context,
  input: CreateAgentInput,
): Promise<{ agentId: string; temporaryPassword: string }> {
  requirePermission(context.actor, 'agent.manage');
  const { roleIds, groupIds, ...facts } = parseInput(createAgentInput, input);
  const agentId = newId();
  const temporaryPassword = newTemporaryPassword();
  const passwordHash = await hashPassword(temporaryPassword);
  await inTransaction(context, async (context) => {
    requireRights(context.actor, await rightsOfRoles(context, roleIds));
    await requireDepartment(context, facts.departmentId);
    if (facts.calendarId) await requireCalendar(context, facts.calendarId);
    await lockReportingTree(context);
    const reportingPath = await reportingPathBelow(context, agentId, facts.reportingManagerId);
    const now = context.now();
    await sayWhatIsTaken(
      context.db
        .insertInto('agent')
        .values({
          ...facts,
          id: agentId,
          namePinyin: namePinyin(facts.name).slice(0, 200),
          passwordHash,
          mustChangePassword: true,
          reportingPath,
          createdAt: now,
          updatedAt: now,
        })
        .execute(),
    );
    await writeRoles(context, agentId, roleIds);
    await writeGroups(context, agentId, groupIds);
    await recordAudit(context, {
      action: 'agent.created',
      subjectType: 'agent',
      subjectId: agentId,
      changes: { ...facts, roleIds, groupIds },
    });
  });
  return { agentId, temporaryPassword };
}
