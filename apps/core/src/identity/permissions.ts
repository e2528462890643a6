import { z } from 'zod';
import type { LocalizedText } from '../platform/text/localized-text.ts';

/** Whose data a permission reaches; several roles' scopes are united. */
export const dataScopeSchema = z.enum(['self', 'reporting_tree', 'department', 'department_tree', 'all']);
export type DataScope = z.infer<typeof dataScopeSchema>;

interface PermissionFacts {
  label: LocalizedText;
  /** Whether whose data it reaches can be chosen; the others are all or nothing. */
  isScoped: boolean;
}

/** Every right there is. A role grants some of them. */
export const permissions = {
  'customer.read': { isScoped: true, label: { en: 'See customers', zh: '查看客户' } },
  'customer.write': { isScoped: true, label: { en: 'Create and change customers', zh: '新建和修改客户' } },
  'customer.reveal': { isScoped: true, label: { en: 'See full phone numbers', zh: '查看完整号码' } },
  'ticket.read': { isScoped: true, label: { en: 'See tickets', zh: '查看工单' } },
  'ticket.create': { isScoped: false, label: { en: 'Create tickets', zh: '新建工单' } },
  'ticket.manage': {
    isScoped: true,
    label: { en: "Reassign, suspend and cancel others' tickets", zh: '转派、挂起、终止他人工单' },
  },
  'call.use': { isScoped: false, label: { en: 'Use the phone bar', zh: '使用电话条' } },
  'call.read': { isScoped: true, label: { en: 'See calls and recordings', zh: '查看通话和录音' } },
  'presence.read': { isScoped: true, label: { en: 'See who is ready', zh: '查看坐席状态' } },
  'agent.oversee': { isScoped: false, label: { en: 'Be a reporting manager', zh: '担任主管' } },
  'department.manage': { isScoped: false, label: { en: 'Manage the company and departments', zh: '管理公司和部门' } },
  'agent.manage': { isScoped: false, label: { en: 'Manage agents', zh: '管理坐席' } },
  'role.manage': { isScoped: false, label: { en: 'Manage roles', zh: '管理角色' } },
  'service_group.manage': { isScoped: false, label: { en: 'Manage service groups', zh: '管理服务组' } },
  'calendar.manage': { isScoped: false, label: { en: 'Manage service time', zh: '管理服务时间' } },
  'ticket_type.manage': { isScoped: false, label: { en: 'Manage ticket types', zh: '管理工单类型' } },
  'channel.manage': { isScoped: false, label: { en: 'Manage channels and plugins', zh: '管理渠道和插件' } },
  'credential.manage': { isScoped: false, label: { en: 'Manage API tokens', zh: '管理 API 令牌' } },
  'ticket.export': { isScoped: false, label: { en: 'Export tickets', zh: '导出工单' } },
  'customer.export': { isScoped: false, label: { en: 'Export customers', zh: '导出客户' } },
  'job.oversee': { isScoped: true, label: { en: "See and stop others' jobs", zh: '查看和停止他人的后台任务' } },
  'external_form.manage': { isScoped: false, label: { en: 'Manage external forms', zh: '管理外部表单' } },
  'external_form.send': {
    isScoped: false,
    label: { en: 'Send customers links to external forms', zh: '向客户发送外部表单链接' },
  },
  'parameter.manage': {
    isScoped: false,
    label: { en: 'Manage lists and service templates', zh: '管理系统参数和服务小结模板' },
  },
  'customer_field.manage': { isScoped: false, label: { en: 'Manage customer fields', zh: '管理客户字段' } },
  'view.share': { isScoped: false, label: { en: 'Share saved views', zh: '共享视图' } },
  'tag.manage': { isScoped: false, label: { en: 'Manage tags', zh: '管理标签' } },
  'trigger.manage': { isScoped: false, label: { en: 'Manage triggers', zh: '管理触发器' } },
  'quick_reply.share': { isScoped: false, label: { en: 'Share quick replies', zh: '共享快捷回复' } },
  'macro.share': { isScoped: false, label: { en: 'Share macros', zh: '共享宏' } },
  'audit.read': { isScoped: false, label: { en: 'Read the audit log', zh: '查看审计日志' } },
} as const satisfies Record<string, PermissionFacts>;

export type Permission = keyof typeof permissions;
export const permissionKeys = Object.keys(permissions) as Permission[];
export const permissionSchema = z.enum(permissionKeys as [Permission, ...Permission[]]);
