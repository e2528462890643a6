import { useCallback } from 'react';
import { findTickets } from '~/form/find-choices.ts';

/** Finds tickets for a picker, but for the one that is shown. */
export const useFindOtherTickets = (ticketId: string) =>
  useCallback(async (query: string) => (await findTickets(query)).filter(({ id }) => id !== ticketId), [ticketId]);
