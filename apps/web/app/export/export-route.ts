import type { LoaderFunctionArgs } from '@remix-run/node';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { createExportMutation, exportColumnsQuery } from './export-operations.ts';

/** With what columns a list can be exported. */
export async function loader({ request }: LoaderFunctionArgs): Promise<{ id: string; label: string }[]> {
  const list = new URL(request.url).searchParams.get('list') === 'CUSTOMERS' ? 'CUSTOMERS' : 'TICKETS';
  const { exportColumns } = await executeOperation(request, exportColumnsQuery, { list });
  return exportColumns.map(({ key, label }) => ({ id: key, label: label.text }));
}

/** Asks for the file. */
export const action = defineAction({ create: createExportMutation });
