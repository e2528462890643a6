import type { TicketEvent, TicketPageData } from '../../page/ticket-operations.ts';

/** A line of the stream; `from` is the number of the merged ticket on which it was written. */
export type StreamEvent = TicketEvent & { from?: string };

/** A ticket's own history, and among it the notes of those that were merged into it, oldest first. */
export function eventsOf(ticket: TicketPageData): StreamEvent[] {
  const notes = ticket.mergedTickets.flatMap(({ number, notes }) => notes.map((note) => ({ ...note, from: number })));
  if (notes.length === 0) return ticket.history;
  return [...ticket.history, ...notes].sort((one, other) => one.at.localeCompare(other.at));
}
