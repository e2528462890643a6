import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { requireChecklist } from '../checklist/step-checklist.ts';
import { dropWorkDraft } from '../draft/discard-work-draft.ts';
import { lockTicket, tokenOf } from '../lock-ticket.ts';
import { mergeAnswers } from '../answer/merge-answers.ts';
import { answerChanges, parseForm } from '../answer/parse-form.ts';
import { decideStepInput } from '../ticket-input.ts';

/** Approves or rejects at an approval step. Throws ConflictError if the caller is not asked, or not yet. */
export async function decideStep(context: Context, input: z.input<typeof decideStepInput>): Promise<string> {
  const { ticketId, stepId, isApproved, answers: sent, readAnswers, comment } = parseInput(decideStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const { nodeId } = tokenOf(locked, stepId);
    if (isApproved) await requireChecklist(context, locked, stepId);
    const previous = locked.state.answers;
    const { values, told } = await mergeAnswers(context, locked.ticket, sent ?? {}, readAnswers ?? null);
    const answers = parseForm(locked.version.definition.form, { ...previous, ...values }, { nodeId, previous });
    const decision = isApproved ? 'approved' : 'rejected';
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type: 'decide', tokenId: stepId, decision, answers, ...(comment ? { comment } : {}) },
      { kind: decision, nodeId, body: comment ?? null, changes: [...answerChanges(previous, answers), ...told] },
    );
    await dropWorkDraft(context, ticketId, stepId);
    return ticketId;
  });
}
