import { jsonBody, mayOutliveItsPage } from '~/form/leaving-body.ts';
import type { DraftCommand } from './draft-operations.ts';
import type { DraftAnswer } from './drafts-route.ts';

/** Sends what is to be kept or forgotten, also while the page is being left; null if the server did not do it. */
export async function sendDraft(command: DraftCommand): Promise<{ draftId: string | null } | null> {
  const body = jsonBody(command);
  try {
    const response = await fetch('/tickets/drafts', {
      method: 'post',
      body,
      redirect: 'error',
      keepalive: mayOutliveItsPage(body),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) return null;
    const { fault, draftId } = (await response.json()) as DraftAnswer;
    return fault ? null : { draftId };
  } catch {
    return null;
  }
}
