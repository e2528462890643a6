import './customer.css';
import '~/admin/admin.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { useSave } from '~/admin/use-save.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { createCustomerMutation, customerOwnersQuery } from './customer-operations.ts';
import { FactsForm, noFacts, toCustomerInput } from './facts-form.tsx';

export const handle = { i18n: ['customer', 'admin', 'form'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { agents } = await executeOperation(request, customerOwnersQuery);
  return { owners: agents.edges.map((edge) => edge.node) };
}

export const action = defineAction({ create: createCustomerMutation });

/** The record behind what a mutation answered. */
const idOf = (value: Record<string, unknown>): string => {
  const { customer } = value as { customer?: { id: string } | null };
  return customer?.id ?? '';
};

export default function NewCustomerPage() {
  const { t } = useTranslation('customer');
  const { owners } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const number = search.get('phone') ?? '';
  const call = search.get('call');
  const [facts, setFacts] = useState({
    ...noFacts,
    source: call ? 'INBOUND_CALL' : '',
    phones: [{ label: '', number }],
  });
  const inCall = call ? `?${new URLSearchParams({ call })}` : '';
  const { save, fault, isSaving } = useSave((value) =>
    navigate(`/customers/${encodeURIComponent(idOf(value))}${inCall}`),
  );
  return (
    <AdminPage title={t('new')} back="/customers">
      <form
        noValidate
        className="customer-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSaving) save('create', toCustomerInput(facts));
        }}
      >
        <FactsForm
          facts={facts}
          owners={owners}
          fault={fault}
          onChange={(part) => setFacts((before) => ({ ...before, ...part }))}
        />
        <div className="admin-acts">
          <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
            {t('create')}
          </Button>
        </div>
      </form>
    </AdminPage>
  );
}
