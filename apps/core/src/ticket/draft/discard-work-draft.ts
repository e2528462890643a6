import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { discardWorkDraftInput, notePlace } from './work-draft-input.ts';

/** Removes the caller's draft of a step, or with null of a note, if there is one. */
export async function dropWorkDraft(context: Context, ticketId: string, stepId: string | null): Promise<void> {
  const { agentId } = context.actor;
  if (!agentId) return;
  await context.db
    .deleteFrom('workDraft')
    .where('agentId', '=', agentId)
    .where('ticketId', '=', ticketId)
    .where('place', '=', stepId ?? notePlace)
    .execute();
}

/** Throws away what the caller typed and did not send. Returns the ticket's id; having nothing there is no error. */
export async function discardWorkDraft(
  context: Context,
  input: z.input<typeof discardWorkDraftInput>,
): Promise<string> {
  requireAgent(context.actor);
  const { ticketId, stepId } = parseInput(discardWorkDraftInput, input);
  await dropWorkDraft(context, ticketId, stepId ?? null);
  return ticketId;
}
