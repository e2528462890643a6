import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../platform/context.ts';
import { actingAs, writeAgent, writePeople, type People } from '../testing/write-people.ts';
import { createDepartment } from './create-department.ts';
import { deleteDepartment } from './delete-department.ts';
import { updateDepartment } from './update-department.ts';

let test: TestDatabase;
let people: People;
let admin: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  people = await writePeople(test.database);
  admin = await actingAs(test.database, people.adminId);
});
afterAll(() => test.drop());

const read = (id: string) =>
  test.database.selectFrom('department').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const make = (name: string, parentId = people.rootId, position?: number) =>
  createDepartment(admin, { name, parentId, position });

describe('departments', () => {
  it('moves a whole subtree and writes every path anew', async () => {
    const [service, technical] = [await make('Service'), await make('Technical')];
    const team = await make('Team', service);
    const shift = await make('Shift', team);

    await updateDepartment(admin, { departmentId: team, expectedVersion: 1, parentId: technical });

    const moved = await read(shift);
    expect((await read(team)).path).toBe(`/${people.rootId}/${technical}/${team}/`);
    expect(moved.path).toBe(`/${people.rootId}/${technical}/${team}/${shift}/`);
    await expect(
      updateDepartment(admin, { departmentId: technical, expectedVersion: 1, parentId: shift }),
    ).rejects.toMatchObject({ issues: [{ path: ['parentId'], code: 'cycle' }] });
    await expect(
      updateDepartment(admin, { departmentId: people.rootId, expectedVersion: 1, parentId: technical }),
    ).rejects.toMatchObject({ issues: [{ code: 'cycle' }] });
  });

  it('keeps siblings in the order that they are put into', async () => {
    const parent = await make('Ordered');
    const [a, b] = [await make('A', parent), await make('B', parent)];
    const first = await make('First', parent, 0);
    const order = await test.database
      .selectFrom('department')
      .select('id')
      .where('parentId', '=', parent)
      .orderBy('position')
      .execute();
    expect(order.map((row) => row.id)).toEqual([first, a, b]);
  });

  it('takes an active head only, and refuses a stale version', async () => {
    const id = await make('Headed');
    await expect(
      updateDepartment(admin, { departmentId: id, expectedVersion: 1, headId: people.rootId }),
    ).rejects.toMatchObject({ issues: [{ path: ['headId'] }] });
    await updateDepartment(admin, { departmentId: id, expectedVersion: 1, headId: people.adminId });
    await expect(updateDepartment(admin, { departmentId: id, expectedVersion: 1, name: 'Late' })).rejects.toMatchObject(
      { code: 'stale_version', current: { version: 2 } },
    );
    expect(await read(id)).toMatchObject({ name: 'Headed', headId: people.adminId });
  });

  it('deletes only what is empty', async () => {
    const parent = await make('Full');
    const child = await make('Child', parent);
    await expect(deleteDepartment(admin, { departmentId: parent })).rejects.toMatchObject({
      code: 'department_in_use',
      current: { children: 1 },
    });
    await writeAgent(test.database, { rootId: child });
    await expect(deleteDepartment(admin, { departmentId: child })).rejects.toMatchObject({ current: { members: 1 } });
    const empty = await make('Empty', parent);
    await deleteDepartment(admin, { departmentId: empty });
    await expect(read(empty)).rejects.toThrow();
  });
});
