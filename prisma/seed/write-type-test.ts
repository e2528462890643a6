import type { Context } from '@handoff/core/platform/context';
import { saveTicketTypeTest } from '@handoff/core/simulation/save-ticket-type-test';
import { createTicketTypeDraft } from '@handoff/core/ticket-type/draft/create-ticket-type-draft';
import { discardTicketTypeDraft } from '@handoff/core/ticket-type/draft/discard-ticket-type-draft';
import { ticketTypeDefinition, type TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';

/** The repair type as it was first published, before anybody was reminded of a completion. */
export function beforeReminders(definition: unknown): TicketTypeDefinition {
  const parsed = ticketTypeDefinition.parse(definition);
  const policies = parsed.sla.policies.map((policy) => ({
    ...policy,
    reminders: policy.reminders.filter(({ clock }) => clock !== 'completion'),
  }));
  return { ...parsed, sla: { policies } };
}

/** A run that every later version of the repair type has to pass: out of warranty and dear goes to approval. */
export async function writeTypeTest(context: Context, typeId: string): Promise<void> {
  const draftId = await createTicketTypeDraft(context, { typeId });
  const creator = await context.db
    .selectFrom('agent')
    .select('id')
    .where('loginName', '=', 'li.na')
    .executeTakeFirstOrThrow();
  await saveTicketTypeTest(context, {
    draftId,
    name: '过保且费用高须审批 Dear and out of warranty needs approval',
    startAt: new Date('2026-03-18T02:00:00Z'),
    steps: [
      {
        act: 'create',
        agentId: creator.id,
        answers: {
          contact_phone: '13800138000',
          appliance_kind: 'air_conditioner',
          fault_description: 'Does not cool',
          warranty: 'no',
          symptoms: ['no_cooling'],
          service_address: { region: ['浙江省', '杭州市', '西湖区'], detail: '文三路 90 号' },
        },
      },
      { act: 'submit', nodeId: 'customer_service' },
      { act: 'wait', seconds: 1800 },
      { act: 'accept', nodeId: 'diagnosis' },
      {
        act: 'submit',
        nodeId: 'diagnosis',
        answers: {
          diagnosis_result: 'on_site',
          labour_cost: 80_000,
          diagnosis_note: 'Compressor',
          service_city: 'hangzhou',
        },
      },
    ],
  });
  await discardTicketTypeDraft(context, { draftId });
}
