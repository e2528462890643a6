import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { PageHeading } from '~/shell/page-heading.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { ownAbsenceQuery, setAbsenceMutation } from './absence-operations.ts';

export const handle = { i18n: ['me', 'form', 'admin'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { viewer } = await executeOperation(request, ownAbsenceQuery);
  if (!viewer) throw new Response(null, { status: 404 });
  return { agent: viewer.agent };
}

export const action = defineAction({ setAbsence: setAbsenceMutation });

export default function OwnAbsencePage() {
  const { t } = useTranslation('me');
  const { agent } = useLoaderData<typeof loader>();
  return (
    <section className="me-page">
      <PageHeading>{t('absence.title')}</PageHeading>
      <p className="quiet">{t('absence.text')}</p>
      <AbsenceForm agent={agent} />
    </section>
  );
}
