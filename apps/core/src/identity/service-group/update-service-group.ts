import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requireReasonInUse } from '../../presence/reason/reason-in-use.ts';
import { requirePermission } from '../actor.ts';
import { requireCalendar } from '../working-hours/require-calendar.ts';
import { requireAfterHoursGroup, requireNoCallsHandedTo } from './require-after-hours-group.ts';
import { updateServiceGroupInput } from './service-group-input.ts';
import { writeGroupDispositions } from './write-group-dispositions.ts';
import { requireActiveAgents, writeMembers } from './write-members.ts';

/**
 * Changes the facts and members that the input names; the key stays, definitions refer to it. Throws ConflictError if
 * the group changed since `expectedVersion`, ValidationError for people who are not active or a reason for missed calls
 * that is out of use, unless the group has it already, for hours that can't be, and for a kind that cannot take the calls
 * that other groups hand it.
 */
export async function updateServiceGroup(
  context: Context,
  input: z.input<typeof updateServiceGroupInput>,
): Promise<string> {
  requirePermission(context.actor, 'service_group.manage');
  const { groupId, expectedVersion, members, dispositionIds, ...facts } = parseInput(updateServiceGroupInput, input);
  return inTransaction(context, async (context) => {
    const before = await context.db
      .selectFrom('serviceGroup')
      .select(['version', 'missedReasonId'])
      .where('id', '=', groupId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NotFoundError('service group');
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    if (facts.leaderId) await requireActiveAgents(context, [facts.leaderId], 'leaderId');
    if (facts.calendarId) await requireCalendar(context, facts.calendarId);
    if (facts.afterHoursGroupId) await requireAfterHoursGroup(context, groupId, facts.afterHoursGroupId);
    if (facts.kind && facts.kind !== 'voice') await requireNoCallsHandedTo(context, groupId);
    if (facts.missedReasonId && facts.missedReasonId !== before.missedReasonId) {
      await requireReasonInUse(context, facts.missedReasonId, 'missedReasonId');
    }
    await context.db
      .updateTable('serviceGroup')
      .set({ ...facts, version: before.version + 1, updatedAt: context.now() })
      .where('id', '=', groupId)
      .execute();
    if (members) await writeMembers(context, groupId, members);
    if (dispositionIds) await writeGroupDispositions(context, groupId, dispositionIds);
    await recordAudit(context, {
      action: 'service_group.updated',
      subjectType: 'service_group',
      subjectId: groupId,
      changes: { ...facts, ...(members && { members }), ...(dispositionIds && { dispositionIds }) },
    });
    return groupId;
  });
}
