import { sql, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { may } from '../identity/actor.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { NotPermittedError } from '../platform/errors.ts';
import type { Context } from '../platform/context.ts';

export type ExternalFormRow = Selectable<DB['externalForm']>;
export type ExternalFormLinkRow = Selectable<DB['externalFormLink']>;

const maySee = ({ actor }: Context): boolean => may(actor, 'external_form.manage') || may(actor, 'external_form.send');

/** Throws NotPermittedError unless the caller manages forms or may send links to them. */
export function requireSender(context: Context): void {
  if (!maySee(context)) throw new NotPermittedError('external_form.send');
}

/** The access rule of external forms: whoever manages them, and those in use also whoever may send links to them. */
export function externalFormsInReach(context: Context) {
  const forms = context.db.selectFrom('externalForm').selectAll();
  if (may(context.actor, 'external_form.manage')) return forms;
  return maySee(context) ? forms.where('isActive', '=', true) : forms.where(sql<boolean>`FALSE`);
}

/** The access rule of links: whoever manages forms, and of those to customers also who made them. */
export function linksInReach(context: Context) {
  const links = context.db.selectFrom('externalFormLink').selectAll();
  if (may(context.actor, 'external_form.manage')) return links;
  return links.where('createdById', '=', maySee(context) ? (context.actor.agentId ?? '') : '');
}

export async function loadVisibleForms(context: Context, ids: readonly string[]): Promise<(ExternalFormRow | null)[]> {
  return inOrderOf(ids, await externalFormsInReach(context).where('id', 'in', ids).execute());
}

export async function loadVisibleLinks(
  context: Context,
  ids: readonly string[],
): Promise<(ExternalFormLinkRow | null)[]> {
  return inOrderOf(ids, await linksInReach(context).where('id', 'in', ids).execute());
}
