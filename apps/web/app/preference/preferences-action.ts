import { data, type ActionFunctionArgs } from '@remix-run/node';
import { keepPreferences } from './preferences.server.ts';

/** Keeps what the body chooses; answers why it could not. */
export async function action({ request }: ActionFunctionArgs) {
  const kept = await keepPreferences(request, await request.json().catch(() => null));
  if (!('setCookie' in kept)) return data({ isKept: false, message: kept.fault?.message ?? null }, { status: 400 });
  return data({ isKept: true, message: null }, { headers: { 'set-cookie': kept.setCookie } });
}
