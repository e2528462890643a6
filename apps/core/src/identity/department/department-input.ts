import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

const name = z.string().trim().min(1).max(100);
const position = z.int().min(0).max(10_000).meta({ description: 'The place among its siblings, from 0.' });

export const createDepartmentInput = z.object({
  parentId: idOf('Department'),
  name,
  headId: idOf('Agent').nullish(),
  position: position.optional(),
});

export const updateDepartmentInput = z.object({
  departmentId: idOf('Department'),
  expectedVersion: z.int().min(1),
  name: name.optional(),
  parentId: idOf('Department').optional(),
  headId: idOf('Agent').nullish(),
  position: position.optional(),
});

export const deleteDepartmentInput = z.object({ departmentId: idOf('Department') });
