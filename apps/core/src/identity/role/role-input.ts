import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { recordKey } from '../../platform/text/stable-key.ts';
import { dataScopeSchema, permissionKeys, permissionSchema } from '../permissions.ts';

/** A right and whose data it reaches, as a role grants it. */
export const roleGrantInput = z.object({ permission: z.string().pipe(permissionSchema), scope: dataScopeSchema });

const grants = z.array(roleGrantInput).max(permissionKeys.length);
const facts = {
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().max(500).nullish(),
};

export const createRoleInput = z.object({ ...facts, key: recordKey, grants: grants.default([]) });

export const updateRoleInput = z
  .object({ ...facts, grants })
  .partial()
  .extend({ roleId: idOf('Role'), expectedVersion: z.int().min(1) });

export const deleteRoleInput = z.object({ roleId: idOf('Role') });
