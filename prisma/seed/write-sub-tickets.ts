import type { Context } from '@handoff/core/platform/context';
import { loadActor } from '@handoff/core/identity/load-actor';
import { createTicket } from '@handoff/core/ticket/create-ticket';
import { loadVersion } from '@handoff/core/ticket-type/load-version';
import { fillForm } from './fill-form.ts';
import { subTicketTitles } from './phrases.ts';
import { seededRandom } from './random.ts';
import type { TicketSeeding } from './write-tickets.ts';

/** Who makes both repairs and complaints. */
const makers = ['li.na', 'ma.li'];

/** Hangs complaints on the newest open repairs, as the people of the desk do. */
export async function writeSubTickets(seeding: TicketSeeding, count: number): Promise<void> {
  const { context, agentIds, typeIds, customers, products } = seeding;
  const random = seededRandom(9_000);
  const typeId = typeIds.get('complaint') ?? '';
  const { currentVersionId } = await context.db
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', typeId)
    .executeTakeFirstOrThrow();
  const { definition } = await loadVersion(context, currentVersionId ?? '');
  const startId = definition.flow.nodes.find((node) => node.kind === 'start')?.id ?? '';
  const parents = await context.db
    .selectFrom('ticket')
    .select(['id', 'creatorId', 'customerId'])
    .where('typeId', '=', typeIds.get('repair') ?? '')
    .where('isActive', '=', true)
    .where(
      'creatorId',
      'in',
      makers.map((login) => agentIds.get(login) ?? ''),
    )
    .orderBy('createdAt', 'desc')
    .limit(count)
    .execute();
  for (const parent of parents) {
    const customer = customers.find(({ id }) => id === parent.customerId);
    const actor = await loadActor(context.db, parent.creatorId);
    if (!customer || !actor) throw new Error('a demo customer or agent is missing');
    const maker: Context = { ...context, actor, memo: new Map() };
    const setting = { customer, products, agentIds: [...agentIds.values()], now: context.now() };
    const answers = fillForm(random, definition.form, startId, {}, setting);
    await createTicket(maker, { typeId, title: random.pick(subTicketTitles), parentId: parent.id, answers });
  }
}
