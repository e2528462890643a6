import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

export const mergeTicketsInput = z.object({
  ticketId: idOf('Ticket').meta({ node: 'Ticket', description: 'The duplicate, which ends.' }),
  intoTicketId: idOf('Ticket').meta({ node: 'Ticket', description: 'The ticket that goes on.' }),
});

export const undoMergeInput = z.object({
  ticketId: idOf('Ticket').meta({ node: 'Ticket', description: 'The one that was merged.' }),
});

export const splitTicketInput = z.object({
  ticketId: idOf('Ticket'),
  sequence: z.int().min(1).nullish().meta({ description: 'The line of the history, a note, that is split off.' }),
  title: z.string().trim().min(1).max(200),
  body: z
    .string()
    .trim()
    .min(1)
    .max(10_000)
    .meta({ description: 'What the new ticket begins with: the note, or a part.' }),
});

export const undoSplitInput = z.object({
  ticketId: idOf('Ticket').meta({ node: 'Ticket', description: 'The one that was split off.' }),
});

/** How long a merge or a split can be taken back. */
export const undoHours = 24;
const hourMs = 60 * 60 * 1000;

/** Until when what was done then can be taken back. */
export const undoUntil = (at: Date): Date => new Date(at.getTime() + undoHours * hourMs);
