import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCustomers } from './read-customers.server.ts';

/** The next page of the list, for scrolling on. */
export const loader = ({ request }: LoaderFunctionArgs) => readCustomers(request);
