import { recordType } from '../graphql/record.ts';
import { may } from './actor.ts';
import {
  loadVisibleAgents,
  loadVisibleDepartments,
  loadVisibleRoles,
  loadVisibleServiceGroups,
} from './identity-loaders.ts';
export const Agent = recordType('Agent', loadVisibleAgents);
export const Department = recordType('Department', loadVisibleDepartments);
export const Role = recordType('Role', loadVisibleRoles);
export const ServiceGroup = recordType('ServiceGroup', loadVisibleServiceGroups);

Department.implement({
  description: 'A node of the department tree.',
  fields: (t) => ({
    name: t.exposeString('name'),
    position: t.exposeInt('position'),
    version: t.exposeInt('version'),
    parent: t.field({ type: Department, nullable: true, resolve: (department) => department.parentId }),
    head: t.field({ type: Agent, nullable: true, resolve: (department) => department.headId }),
    depth: t.int({
      description: '0 for the company itself.',
      resolve: (department) => department.path.split('/').length - 3,
    }),
  }),
});

ServiceGroup.implement({
  description: 'People who share a queue, and how work is given to them.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How definitions refer to it; stays the same.' }),
    name: t.exposeString('name'),
    kind: t.exposeString('kind'),
    strategy: t.exposeString('strategy'),
    version: t.exposeInt('version'),
    leader: t.field({ type: Agent, nullable: true, resolve: (group) => group.leaderId }),
    members: t.field({
      type: [Agent],
      resolve: async (group, _args, context) => {
        const members = await context.db
          .selectFrom('serviceGroupMember')
          .select('agentId')
          .where('groupId', '=', group.id)
          .orderBy('agentId')
          .execute();
        return members.map((member) => member.agentId);
      },
    }),
  }),
});

Agent.implement({
  description: 'A person who works here, and their account.',
  fields: (t) => ({
    name: t.exposeString('name'),
    loginName: t.exposeString('loginName'),
    workNumber: t.exposeString('workNumber', { nullable: true }),
    nickname: t.exposeString('nickname', { nullable: true, description: 'The name that customers are shown.' }),
    email: t.exposeString('email', { nullable: true }),
    phone: t.string({
      nullable: true,
      description: 'Where calls reach the agent; for the agent and those who manage agents.',
      resolve: (agent, _args, { actor }) =>
        agent.id === actor.agentId || may(actor, 'agent.manage') ? agent.phone : null,
    }),
    isActive: t.exposeBoolean('isActive'),
    version: t.exposeInt('version'),
    lastLoginAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: (agent, _args, { actor }) =>
        agent.id === actor.agentId || may(actor, 'agent.manage') ? agent.lastLoginAt : null,
    }),
    department: t.field({ type: Department, nullable: true, resolve: (agent) => agent.departmentId }),
    reportingManager: t.field({ type: Agent, nullable: true, resolve: (agent) => agent.reportingManagerId }),
    roles: t.field({
      type: [Role],
      resolve: async (agent, _args, context) => {
        const roles = await context.db
          .selectFrom('agentRole')
          .select('roleId')
          .where('agentId', '=', agent.id)
          .execute();
        return roles.map((role) => role.roleId);
      },
    }),
    serviceGroups: t.field({
      type: [ServiceGroup],
      resolve: async (agent, _args, context) => {
        const groups = await context.db
          .selectFrom('serviceGroupMember')
          .select('groupId')
          .where('agentId', '=', agent.id)
          .execute();
        return groups.map((group) => group.groupId);
      },
    }),
  }),
});
