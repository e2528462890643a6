import { createMacro } from '@handoff/core/automation/macro/write-macro';
import { createTrigger } from '@handoff/core/automation/trigger/write-trigger';
import { toGlobalId } from '@handoff/core/graphql/global-id';
import { loadActor } from '@handoff/core/identity/load-actor';
import { createQuickReply } from '@handoff/core/messaging/write-quick-reply';
import type { Context } from '@handoff/core/platform/context';

interface Known {
  agentIds: ReadonlyMap<string, string>;
  typeIds: ReadonlyMap<string, string>;
  /** By the first part of their names. */
  tagIds: ReadonlyMap<string, string>;
}

/** Triggers that remind of sensitive acts and help the service, quick replies and macros of the demo company. */
export async function writeAutomation(context: Context, { agentIds, typeIds, tagIds }: Known): Promise<void> {
  const actorOf = async (login: string): Promise<Context> => {
    const actor = await loadActor(context.db, agentIds.get(login) ?? '');
    if (!actor) throw new Error(`the demo company has nobody called ${login}`);
    return { ...context, actor, memo: new Map() };
  };
  const [admin, manager, agent] = [await actorOf('admin'), await actorOf('zhou.min'), await actorOf('li.na')];
  const person = (login: string) => ({ kind: 'agent', id: toGlobalId('Agent', agentIds.get(login) ?? '') });
  const tag = (name: string): string => toGlobalId('Tag', tagIds.get(name) ?? '');
  const role = await context.db.selectFrom('role').select('id').where('key', '=', 'super-admin').executeTakeFirst();
  const administrators = { kind: 'role', id: toGlobalId('Role', role?.id ?? '') };

  await createTrigger(admin, {
    name: '工单终止提醒 A ticket was cancelled',
    definition: {
      on: { kind: 'cancelled' },
      actions: [
        {
          kind: 'notify',
          to: [administrators, { kind: 'manager' }],
          message: '工单 {{ticket.number}} 已终止 was cancelled: {{ticket.title}}',
        },
      ],
    },
  });
  await createTrigger(admin, {
    name: '大量导出提醒 A large export',
    definition: {
      on: { kind: 'exported' },
      when: { field: 'event.rows', op: 'gte', value: 100 },
      actions: [
        { kind: 'notify', to: [administrators], message: '导出了 100 条以上的记录 More than 100 rows were exported' },
      ],
    },
  });
  await createTrigger(admin, {
    name: '紧急投诉加标签 Urgent complaints are marked',
    typeId: typeIds.get('complaint'),
    definition: {
      on: { kind: 'created' },
      when: { field: 'ticket.urgency', op: 'in', value: ['high', 'urgent'] },
      actions: [
        { kind: 'add_tags', tagIds: [tag('投诉风险')] },
        { kind: 'notify', to: [{ kind: 'group_leader' }], message: '紧急投诉 Urgent complaint {{ticket.number}}' },
      ],
    },
  });
  await createTrigger(admin, {
    name: '缺件备注加标签 Notes about missing parts',
    typeId: typeIds.get('repair'),
    definition: {
      on: { kind: 'commented' },
      when: { any: ['缺件', 'part missing'].map((value) => ({ field: 'event.comment', op: 'contains', value })) },
      actions: [{ kind: 'add_tags', tagIds: [tag('缺件')] }],
    },
  });
  await createTrigger(admin, {
    name: '超时升级 A breached ticket becomes high',
    isActive: false,
    definition: {
      on: { kind: 'clock_breached' },
      when: { field: 'ticket.urgency', op: 'in', value: ['low', 'normal'] },
      actions: [{ kind: 'change_urgency', urgency: 'high' }],
    },
  });
  await createTrigger(admin, {
    name: '三天无动静 Nothing happened for three days',
    definition: {
      on: { kind: 'time_since', since: 'updated', seconds: 3 * 24 * 3_600 },
      actions: [
        {
          kind: 'notify',
          to: [{ kind: 'handler' }],
          message: '{{ticket.number}} 三天没有进展 Nothing happened for three days',
        },
      ],
    },
  });

  const replies = [
    [
      '预约 Appointment',
      '改约 Reschedule',
      'gy',
      '{{customer.name}} 您好，工单 {{ticket.number}} 的上门时间需要调整，请问您何时方便？',
    ],
    [
      '预约 Appointment',
      '预约确认 Confirm',
      'qr',
      '{{customer.name}} 您好，已为您预约上门，到期时间 {{ticket.due}}。{{company.name}}',
    ],
    ['配件 Parts', '缺件说明 Part missing', 'qj', '工单 {{ticket.number}} 所需配件暂缺，到货后我们会第一时间联系您。'],
    ['结束语 Closing', '感谢 Thanks', 'xx', '感谢您的来电，我是客服 {{agent.name}}，祝您生活愉快。'],
  ] as const;
  for (const [folder, name, code, body] of replies) {
    await createQuickReply(manager, { folder, name, code, body, sharing: 'all' });
  }
  await createQuickReply(agent, {
    name: '我的签名 My signature',
    code: 'qm',
    body: '{{agent.name}} · {{company.name}}',
  });

  await createMacro(manager, {
    folder: '升级 Escalate',
    name: '客户着急 The customer is in a hurry',
    sharing: 'all',
    definition: {
      actions: [
        { kind: 'change_urgency', urgency: 'urgent' },
        { kind: 'add_tags', tagIds: [tag('加急安抚')] },
        {
          kind: 'comment',
          body: '{{customer.name}} 着急，请优先处理 The customer is in a hurry, please see to it first.',
        },
        { kind: 'notify', to: [{ kind: 'manager' }], message: '{{ticket.number}} 客户着急 The customer is in a hurry' },
      ],
    },
  });
  await createMacro(manager, {
    folder: '配件 Parts',
    name: '缺件 A part is missing',
    sharing: 'all',
    definition: {
      typeId: toGlobalId('TicketType', typeIds.get('repair') ?? ''),
      actions: [
        { kind: 'add_tags', tagIds: [tag('缺件')] },
        { kind: 'comment', body: '缺件，等待到货 Waiting for a part.' },
      ],
    },
  });
  await createMacro(agent, {
    name: '二次上门 Second visit',
    definition: {
      actions: [
        { kind: 'add_tags', tagIds: [tag('二次上门')] },
        { kind: 'notify', to: [person('sun.li')], message: '{{ticket.number}} 需要二次上门 needs a second visit' },
      ],
    },
  });
}
