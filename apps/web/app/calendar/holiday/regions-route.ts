import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { holidayRegionsQuery } from './holiday-operations.ts';

/** The countries whose public holidays are known, and the parts of the one that is asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const country = new URL(request.url).searchParams.get('country') ?? '';
  const { countries, parts } = await executeOperation(request, holidayRegionsQuery, { country: country || '-' });
  return { countries, parts };
}
