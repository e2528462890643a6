import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { Department } from '../agent.graphql.ts';
import type { DepartmentRow } from '../identity-loaders.ts';
import { createDepartment } from './create-department.ts';
import { deleteDepartment } from './delete-department.ts';
import { createDepartmentInput, deleteDepartmentInput, updateDepartmentInput } from './department-input.ts';
import { updateDepartment } from './update-department.ts';

/** Parents before their children, siblings in their order. */
function inTreeOrder(rows: readonly DepartmentRow[], parentId: string | null = null): DepartmentRow[] {
  return rows
    .filter((row) => row.parentId === parentId)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .flatMap((row) => [row, ...inTreeOrder(rows, row.id)]);
}

builder.objectField(Department, 'memberCount', (t) =>
  t.loadable({
    type: 'Int',
    description: 'How many active agents belong to it, not counting the departments below.',
    load: async (ids: string[], context) => {
      const rows = await context.db
        .selectFrom('agent')
        .select((eb) => ['departmentId', eb.fn.countAll<number>().as('count')])
        .where('departmentId', 'in', ids)
        .where('isActive', '=', true)
        .groupBy('departmentId')
        .execute();
      const counts = new Map(rows.map((row) => [row.departmentId, row.count]));
      return ids.map((id) => counts.get(id) ?? 0);
    },
    resolve: (department) => department.id,
  }),
);

builder.queryField('departments', (t) =>
  t.field({
    type: [Department],
    description: 'The whole tree, each department before those below it.',
    resolve: async (_root, _args, context) => {
      if (context.actor.kind === 'anonymous') return [];
      return inTreeOrder(await context.db.selectFrom('department').selectAll().execute());
    },
  }),
);

defineMutation({
  name: 'createDepartment',
  description: 'Makes a department below another one. Needs department.manage.',
  input: createDepartmentInput,
  run: async (context, input) => ({ departmentId: await createDepartment(context, input) }),
  fields: (t) => ({
    department: t.field({ type: Department, nullable: true, resolve: (result) => result.departmentId }),
  }),
});

defineMutation({
  name: 'updateDepartment',
  description: 'Renames a department, moves it with everything below it, or sets its head. Needs department.manage.',
  input: updateDepartmentInput,
  run: async (context, input) => ({ departmentId: await updateDepartment(context, input) }),
  fields: (t) => ({
    department: t.field({ type: Department, nullable: true, resolve: (result) => result.departmentId }),
  }),
});

defineMutation({
  name: 'deleteDepartment',
  description: 'Deletes a department without members and without departments below it. Needs department.manage.',
  input: deleteDepartmentInput,
  run: async (context, input) => ({ departmentId: await deleteDepartment(context, input) }),
  fields: (t) => ({
    departmentId: t.globalID({ resolve: (result) => ({ type: 'Department', id: result.departmentId }) }),
  }),
});
