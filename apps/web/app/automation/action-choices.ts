import type { Action, ActionKind } from '@handoff/core/automation/action/action';

/** What can be done, in the order of the menu. */
export const actionKinds = [
  'notify',
  'comment',
  'change_urgency',
  'set_field',
  'add_tags',
  'remove_tags',
  'reassign',
  'create_sub_ticket',
  'call_webhook',
] as const satisfies readonly ActionKind[];

export const recipientKinds = ['handler', 'group_leader', 'manager', 'creator', 'agent', 'role', 'group'] as const;
export type RecipientKind = (typeof recipientKinds)[number];
export const handlerKinds = ['agent', 'group', 'creator', 'manager'] as const;

const beginnings: { [Kind in ActionKind]: Extract<Action, { kind: Kind }> } = {
  notify: { kind: 'notify', to: [{ kind: 'handler' }], message: '' },
  comment: { kind: 'comment', body: '' },
  change_urgency: { kind: 'change_urgency', urgency: 'high' },
  set_field: { kind: 'set_field', field: '', value: null },
  add_tags: { kind: 'add_tags', tagIds: [] },
  remove_tags: { kind: 'remove_tags', tagIds: [] },
  reassign: { kind: 'reassign', to: { kind: 'creator' } },
  create_sub_ticket: { kind: 'create_sub_ticket', typeId: '', title: '{{ticket.title}}' },
  call_webhook: { kind: 'call_webhook', url: 'https://' },
};

export interface ActionPartProps<Kind extends ActionKind> {
  action: Extract<Action, { kind: Kind }>;
  /** The type of the tickets that it is for; null for all. */
  typeId: string | null;
  onChange: (action: Action) => void;
}

/** An action of this kind with nothing chosen yet. */
export const newAction = (kind: ActionKind): Action => structuredClone(beginnings[kind]);
