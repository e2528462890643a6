import type { z } from 'zod';
import { may } from '../identity/actor.ts';
import { hashToken, newToken } from '../identity/sign-in/token.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError, NotPermittedError, ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import type { SecretBox } from '../platform/secret-box.ts';
import { inTransaction } from '../platform/transaction.ts';
import { requireVisibleLinks } from '../ticket/create-ticket.ts';
import { loadVisibleForms, requireSender } from './external-form-access.ts';
import { createExternalFormLinkInput } from './external-form-input.ts';

/** Throws if this process seals nothing, which only a misbuilt context can cause. */
export function secretsOf(context: Context): SecretBox {
  if (!context.secrets) throw new Error('no secret box in this process');
  return context.secrets;
}

/**
 * Makes a link to a form, for anybody or for one customer, and returns its id. A link for anybody needs
 * external_form.manage, one for a customer whom the caller may see external_form.send. Throws NotFoundError,
 * NotPermittedError, ValidationError for an end that has passed.
 */
export async function createExternalFormLink(
  context: Context,
  input: z.input<typeof createExternalFormLinkInput>,
): Promise<string> {
  requireSender(context);
  const { formId, customerId, expiresAt, ...facts } = parseInput(createExternalFormLinkInput, input);
  if (!customerId && !may(context.actor, 'external_form.manage')) throw new NotPermittedError('external_form.manage');
  const [form] = await loadVisibleForms(context, [formId]);
  if (!form) throw new NotFoundError('external form');
  await requireVisibleLinks(context, { customerId });
  if (expiresAt && expiresAt <= context.now()) {
    throw ValidationError.at('expiresAt', 'in_the_past', {
      en: 'This end has passed. Choose a later one.',
      zh: '该截止时间已过，请选择更晚的时间。',
    });
  }
  const token = newToken('f');
  const id = newId();
  const sealedToken = secretsOf(context).seal(token);
  return inTransaction(context, async (context) => {
    await context.db
      .insertInto('externalFormLink')
      .values({
        ...facts,
        id,
        formId,
        customerId: customerId ?? null,
        expiresAt: expiresAt ?? null,
        maxUses: facts.maxUses ?? null,
        tokenHash: hashToken(token),
        sealedToken,
        createdById: context.actor.agentId,
        createdAt: context.now(),
      })
      .execute();
    await recordAudit(context, {
      action: 'external_form.link_created',
      subjectType: 'external_form',
      subjectId: formId,
      changes: { linkId: id, name: facts.name, customerId: customerId ?? null },
    });
    return id;
  });
}
