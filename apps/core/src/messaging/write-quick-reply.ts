import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { namePinyin } from '../customer/name-pinyin.ts';
import { requireAgent } from '../identity/actor.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError, NotPermittedError, ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { defineSharing, sharingSchema } from '../sharing/sharing.ts';
import {
  createQuickReplyInput,
  deleteQuickReplyInput,
  mostOfOne,
  mostShared,
  updateQuickReplyInput,
} from './quick-reply-input.ts';

export type QuickReplyRow = Selectable<DB['quickReply']>;

export const quickReplySharing = defineSharing({
  table: 'quick_reply',
  groups: 'quick_reply_group',
  key: 'reply_id',
  permission: 'quick_reply.share',
});

export async function loadVisibleReplies(context: Context, ids: readonly string[]): Promise<(QuickReplyRow | null)[]> {
  const query = context.db.selectFrom('quickReply').selectAll().where('id', 'in', ids);
  return inOrderOf(ids, await query.where(quickReplySharing.inReach(context)).execute());
}

/** What a search looks in: folder, name and code, and how they sound. */
const searchText = ({ folder, name, code }: { folder: string; name: string; code: string | null }): string =>
  [folder, name, code ?? '', namePinyin(`${folder} ${name}`)].join(' ').toLowerCase().slice(0, 900);

async function requireRoom(context: Context, ownerId: string, isShared: boolean): Promise<void> {
  const query = context.db.selectFrom('quickReply').select(({ fn }) => fn.countAll<number>().as('count'));
  const narrowed = isShared ? query.where('sharing', '!=', 'nobody') : query.where('ownerId', '=', ownerId);
  const { count } = await narrowed.executeTakeFirstOrThrow();
  const most = isShared ? mostShared : mostOfOne;
  if (count < most) return;
  throw ValidationError.at('name', 'too_many', {
    en: `There are ${most} quick replies, which is the most. Delete one first.`,
    zh: `快捷回复最多 ${most} 条，请先删除。`,
  });
}

async function lockReply(context: Context, id: string, expectedVersion: number): Promise<QuickReplyRow> {
  const [visible] = await loadVisibleReplies(context, [id]);
  if (!visible) throw new NotFoundError('quick reply');
  if (!quickReplySharing.mayChange(context, visible)) throw new NotPermittedError('quick_reply.share');
  const row = await context.db.selectFrom('quickReply').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFoundError('quick reply');
  if (row.version !== expectedVersion) throw ConflictError.stale(row.version);
  return row;
}

/** Keeps a text under a name, for its maker or, with quick_reply.share, for others too. Returns its id. */
export async function createQuickReply(
  context: Context,
  input: z.input<typeof createQuickReplyInput>,
): Promise<string> {
  const ownerId = requireAgent(context.actor);
  const { sharing, groupIds, ...asked } = parseInput(createQuickReplyInput, input);
  const facts = { ...asked, code: asked.code || null };
  return inTransaction(context, async (context) => {
    await requireRoom(context, ownerId, sharing !== 'nobody');
    const id = newId();
    const now = context.now();
    const row = { ...facts, id, ownerId, sharing, searchText: searchText(facts), createdAt: now, updatedAt: now };
    await insertRows(context, 'quickReply', [row]);
    await quickReplySharing.share(context, id, 'nobody', sharing, groupIds);
    if (sharing !== 'nobody') {
      const changes = { name: facts.name, sharing, groupIds };
      await recordAudit(context, { action: 'quick_reply.created', subjectType: 'quick_reply', subjectId: id, changes });
    }
    return id;
  });
}

/** Changes what is named. Throws NotFoundError, NotPermittedError, ConflictError if it changed since `expectedVersion`. */
export async function updateQuickReply(
  context: Context,
  input: z.input<typeof updateQuickReplyInput>,
): Promise<string> {
  const { quickReplyId: id, expectedVersion, sharing, groupIds, ...asked } = parseInput(updateQuickReplyInput, input);
  return inTransaction(context, async (context) => {
    const before = await lockReply(context, id, expectedVersion);
    const facts = {
      name: asked.name ?? before.name,
      folder: asked.folder ?? before.folder,
      code: asked.code === undefined ? before.code : asked.code || null,
      body: asked.body ?? before.body,
    };
    const was = sharingSchema.parse(before.sharing);
    await context.db
      .updateTable('quickReply')
      .set({
        ...facts,
        ...(sharing && { sharing }),
        searchText: searchText(facts),
        version: before.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', id)
      .execute();
    if (sharing) await quickReplySharing.share(context, id, was, sharing, groupIds ?? []);
    if (was !== 'nobody' || (sharing && sharing !== 'nobody')) {
      const changes = { from: { name: before.name, body: before.body, sharing: was }, to: { ...facts, sharing } };
      await recordAudit(context, { action: 'quick_reply.updated', subjectType: 'quick_reply', subjectId: id, changes });
    }
    return id;
  });
}

/** Deletes a quick reply, for everybody who has it. Throws NotFoundError, NotPermittedError, ConflictError. */
export async function deleteQuickReply(
  context: Context,
  input: z.input<typeof deleteQuickReplyInput>,
): Promise<string> {
  const { quickReplyId: id, expectedVersion } = parseInput(deleteQuickReplyInput, input);
  return inTransaction(context, async (context) => {
    const { name, sharing } = await lockReply(context, id, expectedVersion);
    await context.db.deleteFrom('quickReplyGroup').where('replyId', '=', id).execute();
    await context.db.deleteFrom('quickReply').where('id', '=', id).execute();
    if (sharing !== 'nobody') {
      const changes = { name };
      await recordAudit(context, { action: 'quick_reply.deleted', subjectType: 'quick_reply', subjectId: id, changes });
    }
    return id;
  });
}
