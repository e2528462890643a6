import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { permissions } from '../permissions.ts';
import { requireRights, rightsOfRoles, type Right } from '../rights.ts';

/** Rights whose scope cannot be chosen are kept with the widest one. */
const withScope = (right: Right): Right =>
  permissions[right.permission].isScoped ? right : { ...right, scope: 'all' };

/**
 * Replaces the rights of a role. The caller has to hold those that it did not grant before. Throws NotPermittedError,
 * and ValidationError for a right that is named twice.
 */
export async function writeGrants(context: Context, roleId: string, wanted: readonly Right[]): Promise<void> {
  const twice = wanted.findIndex(
    (right, index) => wanted.findIndex((other) => other.permission === right.permission) < index,
  );
  if (twice >= 0) {
    throw ValidationError.at(['grants', String(twice), 'permission'], 'duplicate', {
      en: 'This right is named twice. Keep the one with the scope that you mean.',
      zh: '该权限重复，请保留所需数据范围的一项。',
    });
  }
  const rights = wanted.map(withScope);
  const before = await rightsOfRoles(context, [roleId]);
  const isKept = (right: Right) =>
    before.some((known) => known.permission === right.permission && known.scope === right.scope);
  requireRights(
    context.actor,
    rights.filter((right) => !isKept(right)),
  );
  await context.db.deleteFrom('roleGrant').where('roleId', '=', roleId).execute();
  if (rights.length === 0) return;
  await context.db
    .insertInto('roleGrant')
    .values(rights.map((right) => ({ ...right, roleId })))
    .execute();
}
