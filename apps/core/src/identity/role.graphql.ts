import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { Role } from './agent.graphql.ts';
import { dataScopeSchema, permissionKeys, permissions, type DataScope, type Permission } from './permissions.ts';
import { describeRole } from './role/built-in-roles.ts';

export const DataScopeType = enumOf('DataScope', dataScopeSchema, 'Whose data a right reaches.');

interface Grant {
  permission: string;
  scope: DataScope;
}

const RoleGrant = builder.objectRef<Grant>('RoleGrant').implement({
  fields: (t) => ({
    permission: t.exposeString('permission'),
    scope: t.expose('scope', { type: DataScopeType }),
  }),
});

Role.implement({
  description: 'A set of rights, each with whose data it reaches.',
  fields: (t) => ({
    key: t.exposeString('key'),
    name: t.exposeString('name'),
    description: t.string({
      nullable: true,
      description: "Of a built-in role in the caller's language, until an administrator writes another.",
      resolve: (role, _args, { locale }) => describeRole(role, locale),
    }),
    isBuiltIn: t.exposeBoolean('isBuiltIn'),
    version: t.exposeInt('version'),
    grants: t.field({
      type: [RoleGrant],
      resolve: async (role, _args, context) => {
        const rows = await context.db
          .selectFrom('roleGrant')
          .select(['permission', 'scope'])
          .where('roleId', '=', role.id)
          .orderBy('permission')
          .execute();
        return rows.map((row) => ({ permission: row.permission, scope: dataScopeSchema.parse(row.scope) }));
      },
    }),
  }),
});

const PermissionType = builder.objectRef<Permission>('Permission').implement({
  description: 'A right that a role can grant.',
  fields: (t) => ({
    key: t.string({ resolve: (permission) => permission }),
    label: t.field({ type: LocalizedTextType, resolve: (permission) => permissions[permission].label }),
    isScoped: t.boolean({
      description: 'Whether whose data it reaches can be chosen.',
      resolve: (permission) => permissions[permission].isScoped,
    }),
  }),
});

builder.queryField('permissions', (t) => t.field({ type: [PermissionType], resolve: () => permissionKeys }));

builder.queryField('roles', (t) =>
  t.field({
    type: [Role],
    description: 'Every role; there are few.',
    resolve: async (_root, _args, context) => {
      const rows = await context.db.selectFrom('role').select('id').orderBy('name').execute();
      return rows.map((row) => row.id);
    },
  }),
);
