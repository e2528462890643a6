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
import { submitStepInput } from '../ticket-input.ts';

/** Finishes the caller's step with its answers; the flow goes on by its branches. Throws ValidationError, ConflictError. */
export async function submitStep(context: Context, input: z.input<typeof submitStepInput>): Promise<string> {
  const { ticketId, stepId, answers: sent, readAnswers, comment } = parseInput(submitStepInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const { nodeId } = tokenOf(locked, stepId);
    await requireChecklist(context, locked, stepId);
    const previous = locked.state.answers;
    const { values, told } = await mergeAnswers(context, locked.ticket, sent, readAnswers ?? null);
    const answers = parseForm(locked.version.definition.form, { ...previous, ...values }, { nodeId, previous });
    await applyFlowEvent(
      context,
      locked.ticket,
      locked.version,
      { type: 'submit', tokenId: stepId, answers },
      { kind: 'submitted', nodeId, body: comment ?? null, changes: [...answerChanges(previous, answers), ...told] },
    );
    await dropWorkDraft(context, ticketId, stepId);
    return ticketId;
  });
}
