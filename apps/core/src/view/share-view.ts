import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import type { ViewSharing } from './saved-view-input.ts';

/** With whom a view is shared. Throws NotPermittedError without view.share, ValidationError for groups that are not there. */
export async function shareView(
  context: Context,
  viewId: string,
  before: ViewSharing,
  sharing: ViewSharing,
  groupIds: readonly string[],
): Promise<void> {
  if (before === 'nobody' && sharing === 'nobody') return;
  requirePermission(context.actor, 'view.share');
  const wanted = sharing === 'groups' ? [...new Set(groupIds)] : [];
  const found = wanted.length
    ? await context.db.selectFrom('serviceGroup').select('id').where('id', 'in', wanted).execute()
    : [];
  if (found.length < wanted.length || (sharing === 'groups' && wanted.length === 0)) {
    throw ValidationError.at('groupIds', 'unknown_group', {
      en: 'Choose the groups to share this view with.',
      zh: '请选择要共享的服务组。',
    });
  }
  await context.db.deleteFrom('savedViewGroup').where('viewId', '=', viewId).execute();
  if (wanted.length > 0) {
    await context.db
      .insertInto('savedViewGroup')
      .values(wanted.map((groupId) => ({ viewId, groupId })))
      .execute();
  }
  await recordAudit(context, {
    action: 'view_shared',
    subjectType: 'saved_view',
    subjectId: viewId,
    changes: { sharing, groupIds: wanted },
  });
}
