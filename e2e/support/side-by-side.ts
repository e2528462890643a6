const said = (text: string) => ({ en: text, zh: text });
const targets = { stepSeconds: 3600 };

/** A ticket type whose two steps run side by side, both with who makes the ticket and over the same fields. */
export const sideBySide = {
  key: 'side-by-side',
  name: said('Side by side'),
  icon: 'wrench',
  prefix: 'SBS',
  isSalesOrder: false,
  form: {
    sections: [
      {
        key: 'all',
        label: said('All'),
        columns: 1,
        fields: [
          { type: 'text', key: 'place', label: said('Place') },
          { type: 'multiline', key: 'finding', label: said('Finding') },
        ],
      },
    ],
    rules: [],
  },
  flow: {
    fallbackGroup: 'technical',
    nodes: [
      { kind: 'start', id: 'start', name: said('Start') },
      { kind: 'parallel_split', id: 'split', name: said('Both') },
      { kind: 'handle', id: 'look', name: said('Look'), assignee: { kind: 'creator' } },
      { kind: 'handle', id: 'call', name: said('Call'), assignee: { kind: 'creator' } },
      { kind: 'parallel_join', id: 'join', name: said('Both done') },
      { kind: 'end', id: 'end', name: said('End'), outcome: 'completed' },
    ],
    edges: [
      { id: 'start_to_split', from: 'start', to: 'split' },
      { id: 'split_to_look', from: 'split', to: 'look' },
      { id: 'split_to_call', from: 'split', to: 'call' },
      { id: 'look_to_join', from: 'look', to: 'join' },
      { id: 'call_to_join', from: 'call', to: 'join' },
      { id: 'join_to_end', from: 'join', to: 'end' },
    ],
  },
  sla: {
    name: said('Standard'),
    calendar: 'company',
    targets: { low: targets, normal: targets, high: targets, urgent: targets },
    pausesIn: [],
    reminders: [],
    escalations: [],
  },
  permissions: { create: { groups: [], roles: ['call-agent', 'super-admin'] }, link: { groups: [], roles: [] } },
};
