import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { enumOf, zodInput } from '../../graphql/zod-input.ts';
import { Agent, ServiceGroup } from '../agent.graphql.ts';
import { createServiceGroup } from './create-service-group.ts';
import { deleteServiceGroup } from './delete-service-group.ts';
import {
  createServiceGroupInput,
  deleteServiceGroupInput,
  groupKindSchema,
  groupMemberInput,
  groupStrategySchema,
  updateServiceGroupInput,
} from './service-group-input.ts';
import { updateServiceGroup } from './update-service-group.ts';

enumOf('ServiceGroupKind', groupKindSchema, 'What a group serves.');
enumOf('ServiceGroupStrategy', groupStrategySchema, 'How work is given to the members of a group.');
zodInput('ServiceGroupMemberInput', groupMemberInput);

const Skill = builder.objectRef<{ agentId: string; skillLevel: number }>('ServiceGroupSkill').implement({
  description: 'How well a member does the work of the group.',
  fields: (t) => ({
    agent: t.field({ type: Agent, nullable: true, resolve: (member) => member.agentId }),
    skillLevel: t.exposeInt('skillLevel', { description: '1 to 10.' }),
  }),
});

builder.objectField(ServiceGroup, 'skills', (t) =>
  t.field({
    type: [Skill],
    description: 'The members with their skill levels.',
    resolve: (group, _args, context) =>
      context.db
        .selectFrom('serviceGroupMember')
        .select(['agentId', 'skillLevel'])
        .where('groupId', '=', group.id)
        .orderBy('agentId')
        .execute(),
  }),
);

builder.queryField('serviceGroups', (t) =>
  t.field({
    type: [ServiceGroup],
    description: 'Every service group; there are few.',
    resolve: async (_root, _args, context) => {
      if (context.actor.kind === 'anonymous') return [];
      return context.db.selectFrom('serviceGroup').selectAll().orderBy('name').limit(500).execute();
    },
  }),
);

defineMutation({
  name: 'createServiceGroup',
  description: 'Makes a service group. Needs service_group.manage.',
  input: createServiceGroupInput,
  run: async (context, input) => ({ groupId: await createServiceGroup(context, input) }),
  fields: (t) => ({
    serviceGroup: t.field({ type: ServiceGroup, nullable: true, resolve: (result) => result.groupId }),
  }),
});

defineMutation({
  name: 'updateServiceGroup',
  description: 'Changes the facts and members that are named. Needs service_group.manage.',
  input: updateServiceGroupInput,
  run: async (context, input) => ({ groupId: await updateServiceGroup(context, input) }),
  fields: (t) => ({
    serviceGroup: t.field({ type: ServiceGroup, nullable: true, resolve: (result) => result.groupId }),
  }),
});

defineMutation({
  name: 'deleteServiceGroup',
  description: 'Deletes a group without members that no published ticket type names. Needs service_group.manage.',
  input: deleteServiceGroupInput,
  run: async (context, input) => ({ groupId: await deleteServiceGroup(context, input) }),
  fields: (t) => ({ groupId: t.globalID({ resolve: (result) => ({ type: 'ServiceGroup', id: result.groupId }) }) }),
});
