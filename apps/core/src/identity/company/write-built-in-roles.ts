import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { permissionKeys, type DataScope, type Permission } from '../permissions.ts';

interface BuiltInRole {
  key: string;
  name: string;
  grants: Partial<Record<Permission, DataScope>> | 'everything';
}

const phoneAgent: Partial<Record<Permission, DataScope>> = {
  'customer.read': 'all',
  'customer.write': 'all',
  'ticket.read': 'self',
  'ticket.create': 'all',
  'call.use': 'all',
  'call.read': 'self',
  'presence.read': 'department',
  'external_form.send': 'all',
};

/** The roles that a company begins with. */
const builtInRoles: readonly BuiltInRole[] = [
  {
    key: 'super-admin',
    name: '超级管理员 Super admin',
    grants: 'everything',
  },
  {
    key: 'manager',
    name: '主管 Manager',
    grants: {
      'customer.read': 'all',
      'customer.write': 'all',
      'customer.reveal': 'all',
      'ticket.read': 'reporting_tree',
      'ticket.create': 'all',
      'ticket.manage': 'reporting_tree',
      'call.use': 'all',
      'call.read': 'reporting_tree',
      'presence.read': 'department_tree',
      'agent.oversee': 'all',
      'ticket.export': 'all',
      'customer.export': 'all',
      'job.oversee': 'reporting_tree',
      'view.share': 'all',
      'tag.manage': 'all',
      'quick_reply.share': 'all',
      'macro.share': 'all',
      'external_form.send': 'all',
    },
  },
  {
    key: 'call-agent',
    name: '电话坐席 Call agent',
    grants: phoneAgent,
  },
  {
    key: 'all-channel-agent',
    name: '全渠道坐席 All-channel agent',
    grants: phoneAgent,
  },
  {
    key: 'agent',
    name: '坐席 Agent',
    grants: {
      'customer.read': 'self',
      'customer.write': 'self',
      'customer.reveal': 'self',
      'ticket.read': 'self',
      'ticket.create': 'all',
      'presence.read': 'department',
    },
  },
];

/** Writes the roles that a company begins with, and their rights. Returns their ids by key. */
export async function writeBuiltInRoles(context: Context): Promise<Map<string, string>> {
  const at = { createdAt: context.now(), updatedAt: context.now() };
  const ids = new Map(builtInRoles.map(({ key }) => [key, newId()]));
  const idOf = (key: string) => ids.get(key) ?? '';
  await context.db
    .insertInto('role')
    .values(builtInRoles.map(({ key, name }) => ({ ...at, id: idOf(key), key, name, isBuiltIn: true })))
    .execute();
  await context.db
    .insertInto('roleGrant')
    .values(
      builtInRoles.flatMap(({ key, grants }) =>
        rightsOf(grants).map(([permission, scope]) => ({ roleId: idOf(key), permission, scope })),
      ),
    )
    .execute();
  return ids;
}

// The phone bar is the one right that a super admin does not have.
const rightsOf = (grants: BuiltInRole['grants']) =>
  grants === 'everything'
    ? permissionKeys.filter((key) => key !== 'call.use').map((key) => [key, 'all'] as const)
    : Object.entries(grants);
