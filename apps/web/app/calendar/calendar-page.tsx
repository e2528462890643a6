import { calendarDefinition } from '@handoff/core/calendar/calendar-definition';
import { holidayListDefinition } from '@handoff/core/calendar/holiday/holiday-list-definition';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { TextInput } from '~/form/text-input.tsx';
import { fromWallTime, toWallTime } from '~/format/wall-time.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { companyZone } from '~/shell/company-zone.server.ts';
import { CalendarForm } from './calendar-form.tsx';
import { previewIntents } from './holiday/holiday-operations.ts';
import { calendarQuery, updateCalendarMutation } from './calendar-operations.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const zone = await companyZone(request);
  const from = fromWallTime(search.get('from') ?? '', zone) || new Date().toISOString();
  const hours = Math.min(Math.max(Number(search.get('hours') ?? 2) || 2, 0.1), 10_000);
  const { node, calendarPreview, holidayLists } = await executeOperation(request, calendarQuery, {
    id: params.id ?? '',
    from,
    seconds: Math.round(hours * 3600),
  });
  if (node?.__typename !== 'Calendar') throw new Response(null, { status: 404 });
  const calendar = { ...node, definition: calendarDefinition.parse(node.definition) };
  const lists = holidayLists.map((list) => ({ ...list, definition: holidayListDefinition.parse(list.definition) }));
  const today = toWallTime(new Date().toISOString(), calendar.definition.zone).slice(0, 10);
  return { calendar, lists, today, preview: calendarPreview, from: toWallTime(from, zone), hours };
}

export const handle = { i18n: ['calendar'] };

export const action = defineAction({ update: updateCalendarMutation, ...previewIntents });

export default function CalendarPage() {
  const { t } = useTranslation('calendar');
  const { calendar, lists, today, preview, from, hours } = useLoaderData<typeof loader>();
  return (
    <AdminPage title={calendar.name} back="/admin/calendars">
      <section className="admin-section" aria-labelledby="preview">
        <h2 id="preview">{t('preview')}</h2>
        <Form className="admin-filter" preventScrollReset>
          <TextInput name="from" type="datetime-local" label={t('from')} defaultValue={from} />
          <TextInput name="hours" type="number" label={t('hours')} defaultValue={String(hours)} min={0.1} step="any" />
          <Button type="submit">{t('reckon')}</Button>
        </Form>
        <p role="status">{preview?.explanation.text ?? t('never')}</p>
      </section>
      <CalendarForm key={calendar.version} calendar={calendar} lists={lists} today={today} />
    </AdminPage>
  );
}
