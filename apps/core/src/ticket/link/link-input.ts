import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { CHOSEN_RELATIONS } from './link-relations.ts';

/** How the ticket stands to the other one. */
export const chosenRelationSchema = z.enum(CHOSEN_RELATIONS);

export const linkTicketsInput = z.object({
  ticketId: idOf('Ticket'),
  relation: chosenRelationSchema,
  otherTicketId: idOf('Ticket'),
});

export const unlinkTicketsInput = z.object({ ticketId: idOf('Ticket'), ticketLinkId: idOf('TicketLink') });
