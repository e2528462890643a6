import { useShell } from '~/shell/use-shell.ts';
import type { TicketPageData } from '../page/ticket-operations.ts';
import { useKeptDraft, type Content, type KeptDraft } from './kept-draft.ts';
import { sendDraft } from './send-draft.ts';

/** What the server keeps of this person's unsent work at a step, or with null in the composer. */
export const storedDraft = (ticket: TicketPageData, stepId: string | null) =>
  ticket.workDrafts.find((draft) => draft.stepId === stepId) ?? null;

/**
 * What the answers were when the draft was typed: what others changed since then was not read yet.
 */
export function answersWhenTyped(ticket: TicketPageData, stepId: string): Readonly<Content> {
  const now = ticket.answers as Content;
  const draft = storedDraft(ticket, stepId);
  if (!draft) return now;
  const changedSince = ticket.history
    .filter((event) => Date.parse(event.at) > Date.parse(draft.updatedAt))
    .flatMap((event) => event.changes);
  const before = Object.keys(draft.content as Content).flatMap((key) => {
    const first = changedSince.find((change) => change.field === `answers.${key}`);
    return first ? [[key, first.from] as const] : [];
  });
  return { ...now, ...Object.fromEntries(before) };
}

/** Only what differs from the record; null if nothing does. */
export function typedOver(values: Readonly<Content>, previous: Readonly<Content>): Content | null {
  const typed = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(previous[key] ?? null),
  );
  return typed.length > 0 ? Object.fromEntries(typed) : null;
}

interface WorkDraftOptions {
  ticket: TicketPageData;
  /** The step at which it is typed; null for the composer. */
  stepId: string | null;
  isOpen: boolean;
  content: Content | null;
  restore: (content: Content) => void;
}

/** Keeps what a person typed at a step or into the composer of a ticket. */
export function useWorkDraft({ ticket, stepId, ...options }: WorkDraftOptions): KeptDraft {
  const { viewer } = useShell();
  const place = { ticketId: ticket.id, stepId };
  return useKeptDraft({
    ...options,
    deviceKey: `handoff-draft ${viewer.id} ${ticket.id} ${stepId ?? 'note'}`,
    stored: storedDraft(ticket, stepId),
    keep: async (content) =>
      (await sendDraft(
        content ? { kind: 'saveWork', input: { ...place, content } } : { kind: 'discardWork', input: place },
      )) !== null,
  });
}
