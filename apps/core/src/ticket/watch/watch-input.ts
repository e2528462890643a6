import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

export const watchTicketInput = z.object({ ticketId: idOf('Ticket') });
