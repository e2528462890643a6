import { data, type ActionFunctionArgs } from '@remix-run/node';
import { keepColumnChoice } from './column-choice.server.ts';

/** Keeps which columns of a list this device shows. */
export async function action({ request }: ActionFunctionArgs) {
  const kept = await keepColumnChoice(request, await request.json().catch(() => null));
  if (kept === null) return data(null, { status: 400 });
  return data(null, { headers: { 'set-cookie': kept } });
}
