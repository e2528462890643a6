import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCalls } from './read-calls.server.ts';

/** The next page of the list, for scrolling on. */
export const loader = async ({ request }: LoaderFunctionArgs) => (await readCalls(request)).list;
