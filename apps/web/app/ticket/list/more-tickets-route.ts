import type { LoaderFunctionArgs } from '@remix-run/node';
import { readTickets } from './read-tickets.server.ts';

/** The next page of a list, for scrolling on. */
export const loader = ({ request }: LoaderFunctionArgs) => readTickets(request);
