import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { yoga } from './yoga.server.ts';

const answer = ({ request }: { request: Request }): Promise<Response> | Response => yoga.fetch(request, { request });

export const loader = (args: LoaderFunctionArgs): Promise<Response> | Response => answer(args);
export const action = (args: ActionFunctionArgs): Promise<Response> | Response => answer(args);
