import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';

interface KnownGroup {
  id: string;
  key: string;
  name: string;
}

const knownGroups = (context: Context): Promise<KnownGroup[]> =>
  keepForAMoment(context.pool, 'service-groups', () =>
    context.db.selectFrom('serviceGroup').select(['id', 'key', 'name']).execute(),
  );

/** The ids of all service groups, by key. */
export async function groupIdsByKey(context: Context): Promise<ReadonlyMap<string, string>> {
  return new Map((await knownGroups(context)).map(({ id, key }) => [key, id]));
}

/** The group with this id, by what flows know it by and by what people do. Throws NotFoundError. */
export async function findGroup(context: Context, groupId: string): Promise<KnownGroup> {
  const group = (await knownGroups(context)).find(({ id }) => id === groupId);
  if (!group) throw new NotFoundError('service group');
  return group;
}
