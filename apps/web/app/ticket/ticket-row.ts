// Browsers run this: the fragment stands in a file of its own, since it would bring a parser of GraphQL along.
import type { TicketRow } from './ticket-row-fragment.ts';

/** The step that the reader may accept, if there is one. */
export const acceptableStep = (ticket: TicketRow) =>
  ticket.steps.find((step) => step.isActive && step.actions.includes('ACCEPT'))?.stepId ?? null;

/** The step that the reader may give to somebody else, if there is one. */
export const reassignableStep = (ticket: TicketRow) =>
  ticket.steps.find((step) => step.actions.includes('REASSIGN'))?.stepId ?? null;
