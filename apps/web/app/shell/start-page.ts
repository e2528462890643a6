import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { readPreferences } from '~/preference/preferences.server.ts';

/** To the page that the person begins with. */
export const loader = async ({ request }: LoaderFunctionArgs) =>
  redirect(`/${(await readPreferences(request)).startPage}`);
