import type { FlowDefinition, FlowNode, FlowNodeKind } from '@handoff/core/flow/flow-definition';
import type { LocalizedText } from '@handoff/core/platform/text/localized-text';

const DAY_SECONDS = 86_400;

/** Names in both languages, for a node belongs to everybody who reads the flow. */
const names: Record<FlowNodeKind, LocalizedText> = {
  start: { en: 'Created', zh: '新建' },
  handle: { en: 'Handle', zh: '处理' },
  approve: { en: 'Approve', zh: '审批' },
  cc: { en: 'Copy to', zh: '抄送' },
  notify: { en: 'Notify', zh: '通知' },
  wait: { en: 'Wait', zh: '等待' },
  branch: { en: 'Which way?', zh: '条件分支' },
  parallel_split: { en: 'All at once', zh: '并行开始' },
  parallel_join: { en: 'All done', zh: '并行汇合' },
  webhook: { en: 'Call a webhook', zh: '调用接口' },
  sub_ticket: { en: 'Sub-ticket', zh: '子工单' },
  end: { en: 'Completed', zh: '完结' },
};

/** What a new node begins with; `ticketType` is the key of the type that a sub-ticket has. */
export interface NodeDefaults {
  ticketType: string;
}

/** A node as near to ready as it can be: people's steps go to the flow's fallback group. */
export function newNode(flow: FlowDefinition, kind: FlowNodeKind, id: string, { ticketType }: NodeDefaults): FlowNode {
  const base = { id, name: names[kind] };
  const group = { kind: 'group', group: flow.fallbackGroup, strategy: 'claim' } as const;
  switch (kind) {
    case 'handle':
      return { kind, ...base, assignee: group };
    case 'approve':
      return { kind, ...base, assignee: group, mode: { kind: 'any' } };
    case 'cc':
      return { kind, ...base, to: [{ kind: 'creator' }] };
    case 'notify':
      return { kind, ...base, to: [{ kind: 'creator' }], message: { en: '', zh: '' } };
    case 'wait':
      return { kind, ...base, waitFor: { kind: 'duration', seconds: DAY_SECONDS, clock: 'elapsed' } };
    case 'webhook':
      return { kind, ...base, url: '', fields: [] };
    case 'sub_ticket':
      return { kind, ...base, ticketType, copyFields: {}, waitForEnd: true };
    case 'end':
      return { kind, ...base, outcome: 'completed' };
    default:
      return { kind, ...base };
  }
}
