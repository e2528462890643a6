import type { TicketStatus, Urgency } from './ticket-marks.tsx';

/** The schema writes its enums large, the texts and marks small. */
export const statusOf = (status: Uppercase<TicketStatus>) => status.toLowerCase() as TicketStatus;
export const urgencyOf = (urgency: Uppercase<Urgency>) => urgency.toLowerCase() as Urgency;

export const ticketStatuses = [
  'pending',
  'in_progress',
  'returned',
  'suspended',
  'completed',
  'cancelled',
] as const satisfies readonly TicketStatus[];
export const urgencies = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly Urgency[];
