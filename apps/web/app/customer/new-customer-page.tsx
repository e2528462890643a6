import './customer.css';
import '~/admin/admin.css';
import Button from '@mui/material/Button';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { useSave } from '~/admin/use-save.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome, type Outcome } from '~/graphql/mutation-result.ts';
import { useToast } from '~/shell/toast.tsx';
import { createCustomerMutation, customerOwnersQuery, linkCallCustomerMutation } from './customer-operations.ts';
import { readCustomerForm } from './customer-form.ts';
import { readLists } from './customer-lists.ts';
import { FactsForm, noFacts, toCustomerInput } from './facts-form.tsx';

export const handle = { i18n: ['customer', 'admin', 'form'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const owners = await executeOperation(request, customerOwnersQuery);
  return {
    owners: owners.agents.edges.map((edge) => edge.node),
    lists: readLists(owners),
    ...readCustomerForm(owners),
  };
}

const createAction = defineAction({ create: createCustomerMutation });

/** Makes the customer and, in a call, says that the call is theirs. */
export async function action(args: ActionFunctionArgs): Promise<Outcome<object>> {
  const created = await createAction(args);
  const callId = new URL(args.request.url).searchParams.get('call');
  const customerId = created.ok ? idOf(created.value as Record<string, unknown>) : '';
  if (!callId || !customerId) return created;
  const { linkCallCustomer } = await executeOperation(args.request, linkCallCustomerMutation, {
    input: { callId, customerId },
  });
  const linked = readOutcome(linkCallCustomer);
  // The customer exists either way: an unlinked call must not make the same customer twice.
  return { ok: true, value: { ...(created as { value: object }).value, isLinked: linked.ok } };
}

/** The record behind what a mutation answered. */
const idOf = (value: Record<string, unknown>): string => {
  const { customer } = value as { customer?: { id: string } | null };
  return customer?.id ?? '';
};

export default function NewCustomerPage() {
  const { t } = useTranslation('customer');
  const { owners, lists, form, required } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const toast = useToast();
  const number = search.get('phone') ?? '';
  const call = search.get('call');
  const [facts, setFacts] = useState({
    ...noFacts,
    source:
      call && lists.source.some(({ value, isOffered }) => isOffered && value === 'inbound_call') ? 'inbound_call' : '',
    phones: [{ label: '', number }],
  });
  const inCall = call ? `?${new URLSearchParams({ call })}` : '';
  const { save, fault, isSaving } = useSave((value) => {
    if (value.isLinked === false) toast(t('callNotLinked'));
    navigate(`/customers/${encodeURIComponent(idOf(value))}${inCall}`);
  });
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
          lists={lists}
          form={form}
          required={required}
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
