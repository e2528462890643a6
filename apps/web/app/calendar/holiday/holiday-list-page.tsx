import { holidayListDefinition } from '@handoff/core/calendar/holiday/holiday-list-definition';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { unlessEnded } from '~/admin/unless-ended.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { HolidayListForm } from './holiday-list-form.tsx';
import {
  deleteHolidayListMutation,
  holidayListQuery,
  previewIntents,
  updateHolidayListMutation,
} from './holiday-operations.ts';

export const handle = { i18n: ['calendar'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, holidayListQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'HolidayList') throw new Response(null, { status: 404 });
  return { ...node, definition: holidayListDefinition.parse(node.definition), year: new Date().getUTCFullYear() };
}

export const action = defineAction({
  update: updateHolidayListMutation,
  delete: deleteHolidayListMutation,
  ...previewIntents,
});

export const shouldRevalidate = unlessEnded('delete');

export default function HolidayListPage() {
  const list = useLoaderData<typeof loader>();
  return (
    <AdminPage title={list.name} back="/admin/holidays">
      <HolidayListForm key={list.version} list={list} year={list.year} />
    </AdminPage>
  );
}
