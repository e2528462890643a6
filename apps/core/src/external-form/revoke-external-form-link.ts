import type { z } from 'zod';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { linksInReach, requireSender } from './external-form-access.ts';
import { revokeExternalFormLinkInput } from './external-form-input.ts';

/** Ends a link at once and for good; a second time changes nothing. Returns its id. Throws NotFoundError. */
export async function revokeExternalFormLink(
  context: Context,
  input: z.input<typeof revokeExternalFormLinkInput>,
): Promise<string> {
  requireSender(context);
  const { linkId } = parseInput(revokeExternalFormLinkInput, input);
  return inTransaction(context, async (context) => {
    const link = await linksInReach(context).where('id', '=', linkId).forUpdate().executeTakeFirst();
    if (!link) throw new NotFoundError('link');
    if (link.revokedAt) return linkId;
    await context.db
      .updateTable('externalFormLink')
      .set({ revokedAt: context.now() })
      .where('id', '=', linkId)
      .execute();
    await recordAudit(context, {
      action: 'external_form.link_revoked',
      subjectType: 'external_form',
      subjectId: link.formId,
      changes: { linkId },
    });
    return linkId;
  });
}
