import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../platform/context.ts';
import { loadVisibleCalls } from '../telephony/call-access.ts';
import { mergeTargets } from '../ticket/merge/merged-tickets.sql.ts';
import { loadVisibleTickets } from '../ticket/ticket-access.ts';

export type FileRow = Selectable<DB['file']>;

const owners = { ticket: loadVisibleTickets, call: loadVisibleCalls };

const isOwnerType = (type: string | null): type is keyof typeof owners => type !== null && type in owners;

/** A file that the caller uploaded, or whose ticket or call the caller may see; null otherwise. */
export async function loadVisibleFile(context: Context, id: string): Promise<FileRow | null> {
  const file = await context.db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
  if (!file) return null;
  if (file.uploadedById !== null && file.uploadedById === context.actor.agentId) return file;
  if (!isOwnerType(file.ownerType) || !file.ownerId) return null;
  const [owner] = await owners[file.ownerType](context, [file.ownerId]);
  if (owner || file.ownerType !== 'ticket') return owner ? file : null;
  // A duplicate's files are shown on the ticket that it was merged into.
  const targets = await mergeTargets(context, file.ownerId);
  const seen = targets.length > 0 ? await loadVisibleTickets(context, targets) : [];
  return seen.some((ticket) => ticket !== null) ? file : null;
}

/** The sound of a recording whose call the caller may see; null otherwise. */
export async function loadVisibleRecording(context: Context, recordingId: string): Promise<FileRow | null> {
  const recording = await context.db
    .selectFrom('recording')
    .select('fileId')
    .where('id', '=', recordingId)
    .executeTakeFirst();
  return recording ? loadVisibleFile(context, recording.fileId) : null;
}
