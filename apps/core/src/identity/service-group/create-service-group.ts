import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction, isDuplicateKey } from '../../platform/transaction.ts';
import { requireReasonInUse } from '../../presence/reason/reason-in-use.ts';
import { requirePermission } from '../actor.ts';
import { requireCalendar } from '../working-hours/require-calendar.ts';
import { requireAfterHoursGroup } from './require-after-hours-group.ts';
import { createServiceGroupInput } from './service-group-input.ts';
import { writeGroupDispositions } from './write-group-dispositions.ts';
import { requireActiveAgents, writeMembers } from './write-members.ts';

/** Makes a service group and returns its id. Throws ValidationError for a key in use, people who are not active, a reason out of use, or hours that can't be. */
export async function createServiceGroup(
  context: Context,
  input: z.input<typeof createServiceGroupInput>,
): Promise<string> {
  requirePermission(context.actor, 'service_group.manage');
  const { members, dispositionIds, ...facts } = parseInput(createServiceGroupInput, input);
  const id = newId();
  return inTransaction(context, async (context) => {
    if (facts.leaderId) await requireActiveAgents(context, [facts.leaderId], 'leaderId');
    if (facts.calendarId) await requireCalendar(context, facts.calendarId);
    if (facts.afterHoursGroupId) await requireAfterHoursGroup(context, id, facts.afterHoursGroupId);
    if (facts.missedReasonId) await requireReasonInUse(context, facts.missedReasonId, 'missedReasonId');
    const now = context.now();
    await context.db
      .insertInto('serviceGroup')
      .values({ ...facts, id, createdAt: now, updatedAt: now })
      .execute()
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw ValidationError.at('key', 'taken', {
          en: 'Another group has this key. Choose another one.',
          zh: '该标识已被其他服务组使用，请换一个。',
        });
      });
    await writeMembers(context, id, members);
    await writeGroupDispositions(context, id, dispositionIds);
    await recordAudit(context, {
      action: 'service_group.created',
      subjectType: 'service_group',
      subjectId: id,
      changes: { ...facts, members, dispositionIds },
    });
    return id;
  });
}
