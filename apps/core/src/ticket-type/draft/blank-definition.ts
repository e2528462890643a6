import type { LocalizedText } from '../../platform/text/localized-text.ts';
import type { TicketTypeDefinition } from '../ticket-type-definition.ts';

const hours = (count: number) => count * 3600;

const target = (firstResponse: number, completion: number) => ({
  firstResponseSeconds: hours(firstResponse),
  completionSeconds: hours(completion),
});

/** What a new type begins as: one field and one step, which its maker goes on from. `group` and `calendar` are keys. */
export function blankDefinition(
  basics: { key: string; name: LocalizedText; prefix: string },
  group: string,
  calendar: string,
): TicketTypeDefinition {
  return {
    ...basics,
    icon: 'ticket',
    isSalesOrder: false,
    form: {
      sections: [
        {
          key: 'main',
          label: { en: 'Details', zh: '详情' },
          columns: 2,
          fields: [
            {
              key: 'description',
              type: 'multiline',
              label: { en: 'Description', zh: '描述' },
              required: true,
              span: 2,
            },
          ],
        },
      ],
      rules: [],
    },
    flow: {
      fallbackGroup: group,
      nodes: [
        { id: 'start', kind: 'start', name: { en: 'Created', zh: '新建' } },
        {
          id: 'handle',
          kind: 'handle',
          name: { en: 'Handle', zh: '处理' },
          assignee: { kind: 'group', group, strategy: 'claim' },
        },
        { id: 'end', kind: 'end', name: { en: 'Completed', zh: '完结' }, outcome: 'completed' },
      ],
      edges: [
        { id: 'start_handle', from: 'start', to: 'handle' },
        { id: 'handle_end', from: 'handle', to: 'end' },
      ],
    },
    sla: {
      policies: [
        {
          key: 'standard',
          name: { en: 'Standard', zh: '标准' },
          calendar,
          targets: { low: target(8, 72), normal: target(4, 48), high: target(2, 24), urgent: target(1, 8) },
          pausesIn: ['suspended'],
          reminders: [],
          escalations: [],
        },
      ],
    },
    permissions: { create: { groups: [group], roles: [] }, link: { groups: [group], roles: [] } },
  };
}
