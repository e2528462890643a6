import { data, type ActionFunctionArgs } from '@remix-run/node';
import { keepPreferences } from './preferences.server.ts';

export async function action({ request }: ActionFunctionArgs) {
  const setCookie = await keepPreferences(request, await request.formData());
  if (setCookie === null) return data({ isKept: false }, { status: 400 });
  return data({ isKept: true }, { headers: { 'set-cookie': setCookie } });
}
