import { toGlobalId } from '@handoff/core/graphql/global-id';
import { loadActor } from '@handoff/core/identity/load-actor';
import type { Context } from '@handoff/core/platform/context';
import { createSavedView } from '@handoff/core/view/create-saved-view';

/** Views that the service manager shares: with everybody, and with the group whose work they show. */
export async function writeViews(
  context: Context,
  agentIds: ReadonlyMap<string, string>,
  typeIds: ReadonlyMap<string, string>,
): Promise<void> {
  const actor = await loadActor(context.db, agentIds.get('zhou.min') ?? '');
  const technical = await context.db
    .selectFrom('serviceGroup')
    .select('id')
    .where('key', '=', 'technical')
    .executeTakeFirst();
  if (!actor || !technical) throw new Error('the demo company has no manager or no technical group');
  const manager = { ...context, actor, memo: new Map() };
  await createSavedView(manager, {
    list: 'tickets',
    name: '紧急未完结 Urgent and open',
    sharing: 'all',
    query: { view: 'OPEN', filter: { and: [{ urgency: { in: ['HIGH', 'URGENT'] } }] }, orderBy: 'DUE_AT' },
  });
  await createSavedView(manager, {
    list: 'tickets',
    name: '技术组维修 Repairs at the technical group',
    sharing: 'groups',
    groupIds: [technical.id],
    query: {
      view: 'OPEN',
      filter: {
        and: [
          { type: { in: [toGlobalId('TicketType', typeIds.get('repair') ?? '')] } },
          { group: { in: [toGlobalId('ServiceGroup', technical.id)] } },
        ],
      },
      orderBy: 'DUE_AT',
      columns: ['number', 'title', 'customer', 'node', 'urgency', 'due'],
    },
  });
  await createSavedView(manager, {
    list: 'customers',
    name: '金牌客户 Gold customers',
    sharing: 'all',
    query: { filter: { and: [{ level: { in: ['GOLD'] } }] }, orderBy: 'LAST_CONTACT_AT' },
  });
}
