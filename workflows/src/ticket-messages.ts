import { defineQuery, defineSignal } from '@temporalio/workflow';

/** Something changed that the ticket's workflow may have to wait for or do. `eventId` makes a repeat have no effect. */
export const wakeSignal = defineSignal<[{ eventId: string }]>('wake');

/** When the workflow means to wake up by itself, ISO 8601; null while it works or when nothing is left to wait for. */
export const wakeAtQuery = defineQuery<string | null>('wakeAt');

/** One workflow a ticket: its id is made of the ticket's. */
export const ticketWorkflowId = (ticketId: string): string => `ticket/${ticketId}`;

export interface TicketWorkflowInput {
  ticketId: string;
  /** Signals that earlier runs have seen, the newest last. */
  seenEventIds?: string[];
}
