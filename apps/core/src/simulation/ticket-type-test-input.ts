import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { simulationRun } from './simulation-input.ts';

const name = z.string().trim().min(1).max(100);

export const saveTicketTypeTestInput = simulationRun.extend({
  draftId: idOf('TicketTypeDraft').meta({ description: 'What it is expected of is how this draft runs it now.' }),
  name: name.meta({ description: 'Says what is proved. A test of the same name is replaced.' }),
});

export const deleteTicketTypeTestInput = z.object({ ticketTypeTestId: idOf('TicketTypeTest') });

export const acceptTicketTypeTestInput = z.object({
  ticketTypeTestId: idOf('TicketTypeTest'),
  draftId: idOf('TicketTypeDraft').meta({ description: 'How this draft runs it is what is expected from now on.' }),
});
