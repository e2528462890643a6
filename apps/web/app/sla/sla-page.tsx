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
import { useConditionWords } from '~/condition/use-condition-words.ts';
import { customerChoicesOf, type CustomerChoices } from './customer-choices.ts';
import { usePolicyFields } from './use-policy-fields.ts';
import { slaTargetsQuery } from './sla-operations.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ticketTypes, calendars, types, sources } = await executeOperation(request, slaTargetsQuery);
  const customers = customerChoicesOf({ types, sources });
  const promises = ticketTypes.flatMap(({ id, name, currentVersion }) => {
    if (!currentVersion) return [];
    const { sla, form } = ticketTypeDefinition.parse(currentVersion.definition);
    const calendarOf = (named: string) =>
      calendars.find(({ key }) => key === named) ?? calendars.find(({ isDefault }) => isDefault) ?? null;
    const policies = sla.policies.map((policy) => ({ ...policy, calendar: calendarOf(policy.calendar) }));
    return [{ id, name, form, policies, customerFields: sla.customerFields }];
  });
  return { promises, customers };
}

export const handle = { i18n: ['ticket', 'sla', 'condition'] };

type TypePromises = ReturnType<typeof useLoaderData<typeof loader>>['promises'][number];

export default function SlaPage() {
  const { t, i18n } = useTranslation(['admin', 'ticket']);
  const { promises, customers } = useLoaderData<typeof loader>();
  return (
    <AdminPage title={t('tab.sla')}>
      <p className="quiet">{t('sla.text')}</p>
      {promises.map((type) => (
        <section key={type.id} className="admin-section">
          <h2>
            <Link to={`/ticket-types/${encodeURIComponent(type.id)}`}>{localize(type.name, i18n.language)}</Link>
          </h2>
          <Policies type={type} customers={customers} />
        </section>
      ))}
    </AdminPage>
  );
}

/** What a type's policies promise, in the order in which they are asked. */
function Policies({ type, customers }: { type: TypePromises; customers: CustomerChoices }) {
  const { t, i18n } = useTranslation(['admin', 'ticket']);
  const { duration } = useFormat();
  const say = useConditionWords(usePolicyFields(type.form, customers, type.customerFields));
  const span = (seconds: number | undefined) => (seconds === undefined ? '–' : duration(seconds));
  return type.policies.map(({ key, name, when, calendar, targets }) => (
    <div key={key}>
      <p className="words small quiet">
        {localize(name, i18n.language)}
        {calendar && (
          <>
            {' · '}
            <Link to={`/admin/calendars/${encodeURIComponent(calendar.id)}`}>{calendar.name}</Link>
          </>
        )}
        {type.policies.length > 1 && ` · ${when ? t('sla.when', { condition: say(when) }) : t('sla.otherwise')}`}
      </p>
      <AdminTable
        label={`${localize(type.name, i18n.language)}: ${localize(name, i18n.language)}`}
        rows={[...URGENCIES].reverse()}
        rowId={(urgency) => urgency}
        empty=""
        columns={[
          { header: t('sla.urgency'), cell: (urgency) => t(`ticket:urgency.${urgency}`) },
          { header: t('sla.firstResponse'), cell: (urgency) => span(targets[urgency].firstResponseSeconds) },
          { header: t('sla.step'), cell: (urgency) => span(targets[urgency].stepSeconds) },
          { header: t('sla.completion'), cell: (urgency) => span(targets[urgency].completionSeconds) },
        ]}
      />
    </div>
  ));
}
