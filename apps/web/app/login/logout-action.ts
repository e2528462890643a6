import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { sessionCookie } from '~/graphql/actor.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { signOutMutation } from './login-operations.ts';

export async function action({ request }: ActionFunctionArgs) {
  await executeOperation(request, signOutMutation);
  return redirect('/login', { headers: { 'set-cookie': await sessionCookie.serialize('', { maxAge: 0 }) } });
}

export const loader = () => redirect('/');
