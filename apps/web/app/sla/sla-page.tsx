import { ticketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { URGENCIES } from '@handoff/core/platform/urgency';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { slaTargetsQuery } from './sla-operations.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ticketTypes, calendars } = await executeOperation(request, slaTargetsQuery);
  return ticketTypes.flatMap(({ id, name, currentVersion }) => {
    if (!currentVersion) return [];
    const { sla } = ticketTypeDefinition.parse(currentVersion.definition);
    const calendar = calendars.find(({ key }) => key === sla.calendar) ?? calendars.find(({ isDefault }) => isDefault);
    return [{ id, name, policy: sla.name, targets: sla.targets, calendar: calendar ?? null }];
  });
}

export const handle = { i18n: ['ticket'] };

export default function SlaPage() {
  const { t, i18n } = useTranslation(['admin', 'ticket']);
  const types = useLoaderData<typeof loader>();
  const { duration } = useFormat();
  const span = (seconds: number | undefined) => (seconds === undefined ? '–' : duration(seconds));
  return (
    <AdminPage title={t('tab.sla')}>
      <p className="quiet">{t('sla.text')}</p>
      {types.map((type) => (
        <section key={type.id} className="admin-section">
          <h2>
            <Link to={`/ticket-types/${encodeURIComponent(type.id)}`}>{localize(type.name, i18n.language)}</Link>
          </h2>
          <p className="small quiet">
            {localize(type.policy, i18n.language)}
            {type.calendar && (
              <>
                {' · '}
                <Link to={`/admin/calendars/${encodeURIComponent(type.calendar.id)}`}>{type.calendar.name}</Link>
              </>
            )}
          </p>
          <AdminTable
            label={localize(type.name, i18n.language)}
            rows={[...URGENCIES].reverse()}
            rowId={(urgency) => urgency}
            empty=""
            columns={[
              { header: t('sla.urgency'), cell: (urgency) => t(`ticket:urgency.${urgency}`) },
              { header: t('sla.firstResponse'), cell: (urgency) => span(type.targets[urgency].firstResponseSeconds) },
              { header: t('sla.step'), cell: (urgency) => span(type.targets[urgency].stepSeconds) },
              { header: t('sla.completion'), cell: (urgency) => span(type.targets[urgency].completionSeconds) },
            ]}
          />
        </section>
      ))}
    </AdminPage>
  );
}
