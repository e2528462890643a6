import { timeSchemeDefinition } from '@handoff/core/calendar/scheme/time-scheme-definition';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { unlessEnded } from '~/admin/unless-ended.ts';
import { TextInput } from '~/form/text-input.tsx';
import { fromWallTime, toWallTime } from '~/format/wall-time.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { companyZone } from '~/shell/company-zone.server.ts';
import { deleteTimeSchemeMutation, timeSchemeQuery, updateTimeSchemeMutation } from './scheme-operations.ts';
import { TimeSchemeForm } from './time-scheme-form.tsx';

export const handle = { i18n: ['calendar'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const zone = await companyZone(request);
  const at = fromWallTime(new URL(request.url).searchParams.get('at') ?? '', zone) || new Date().toISOString();
  const { node, calendars } = await executeOperation(request, timeSchemeQuery, { id: params.id ?? '', at });
  if (node?.__typename !== 'TimeScheme') throw new Response(null, { status: 404 });
  return {
    scheme: { ...node, definition: timeSchemeDefinition.parse(node.definition) },
    calendars,
    at: toWallTime(at, zone),
  };
}

export const action = defineAction({ update: updateTimeSchemeMutation, delete: deleteTimeSchemeMutation });

export const shouldRevalidate = unlessEnded('delete');

export default function TimeSchemePage() {
  const { t, i18n } = useTranslation('calendar');
  const { scheme, calendars, at } = useLoaderData<typeof loader>();
  const { branches, otherwise } = scheme.definition;
  const branch = branches.find(({ key }) => key === scheme.branchAt) ?? otherwise;
  return (
    <AdminPage title={scheme.name} back="/admin/time-schemes">
      <section className="admin-section" aria-labelledby="try">
        <h2 id="try">{t('scheme.try')}</h2>
        <Form className="admin-filter" preventScrollReset>
          <TextInput name="at" type="datetime-local" label={t('scheme.at')} defaultValue={at} />
          <Button type="submit">{t('scheme.ask')}</Button>
        </Form>
        <p role="status">
          {t('scheme.answer', { time: at.replace('T', ' '), branch: localize(branch.label, i18n.language) })}
        </p>
      </section>
      <TimeSchemeForm key={scheme.version} scheme={scheme} calendars={calendars} />
    </AdminPage>
  );
}
