import type { z } from 'zod';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { groupsNamedBy, loadDefinitions } from '../../ticket-type/definition-references.ts';
import { requirePermission } from '../actor.ts';
import { deleteServiceGroupInput } from './service-group-input.ts';

const inUse = (members: number, ticketTypes: string[]) =>
  new ConflictError(
    'group_in_use',
    {
      en: `This group has ${members} members${ticketTypes.length ? `, and ticket types name it: ${ticketTypes.join(', ')}` : ''}. Change them first.`,
      zh: `该服务组有 ${members} 名成员${ticketTypes.length ? `，且工单类型引用了它：${ticketTypes.join('、')}` : ''}，请先调整。`,
    },
    { members, ticketTypes },
  );

/** Deletes a group without members that no published ticket type names. Throws ConflictError, NotFoundError. */
export async function deleteServiceGroup(
  context: Context,
  input: z.input<typeof deleteServiceGroupInput>,
): Promise<string> {
  requirePermission(context.actor, 'service_group.manage');
  const { groupId } = parseInput(deleteServiceGroupInput, input);
  return inTransaction(context, async (context) => {
    const group = await context.db
      .selectFrom('serviceGroup')
      .select(['key', 'name'])
      .where('id', '=', groupId)
      .forUpdate()
      .executeTakeFirst();
    if (!group) throw new NotFoundError('service group');
    const members = await context.db
      .selectFrom('serviceGroupMember')
      .select('agentId')
      .where('groupId', '=', groupId)
      .execute();
    const definitions = await loadDefinitions(context);
    const types = definitions.filter((definition) => groupsNamedBy(definition).has(group.key));
    if (members.length + types.length > 0) {
      throw inUse(
        members.length,
        types.map((type) => type.key),
      );
    }
    await context.db
      .updateTable('serviceGroup')
      .set((eb) => ({ afterHoursGroupId: null, version: eb('version', '+', 1) }))
      .where('afterHoursGroupId', '=', groupId)
      .execute();
    await context.db.deleteFrom('serviceGroupDisposition').where('groupId', '=', groupId).execute();
    await context.db.deleteFrom('serviceGroup').where('id', '=', groupId).execute();
    await recordAudit(context, {
      action: 'service_group.deleted',
      subjectType: 'service_group',
      subjectId: groupId,
      changes: { name: group.name },
    });
    return groupId;
  });
}
