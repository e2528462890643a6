import './customer.css';
import '~/admin/admin.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate, useRevalidator, useSearchParams } from '@remix-run/react';
import { ChevronDown, ChevronLeft, ChevronUp, Ticket } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { useSave } from '~/admin/use-save.ts';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useLiveEvents } from '~/live/live-events.tsx';
import { Avatar } from '~/mark/avatar.tsx';
import { Chip } from '~/mark/chip.tsx';
import { DialButton } from '~/telephony/dial-button.tsx';
import { useShell } from '~/shell/use-shell.ts';
import { useToast } from '~/shell/toast.tsx';
import { customersAround } from './customer-memory.ts';
import {
  addFollowUpMutation,
  customerOwnersQuery,
  customerQuery,
  updateCustomerMutation,
} from './customer-operations.ts';
import { CustomerTimeline } from './customer-timeline.tsx';
import { changedFacts, factsOf } from './customer-facts.ts';
import { FactsForm, toCustomerInput } from './facts-form.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { OpenTickets } from './open-tickets.tsx';

export const handle = { i18n: ['customer', 'ticket', 'admin', 'form', 'call', 'telephony'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ node, tickets }, { agents }] = await Promise.all([
    executeOperation(request, customerQuery, { id: params.id ?? '' }),
    executeOperation(request, customerOwnersQuery),
  ]);
  if (node?.__typename !== 'Customer') throw new Response(null, { status: 404 });
  return {
    customer: node,
    tickets: tickets.edges.map((edge) => edge.node),
    owners: agents.edges.map((edge) => edge.node),
  };
}

export const action = defineAction({ update: updateCustomerMutation, followUp: addFollowUpMutation });

type After = 'stay' | 'close' | 'next';

/** A phone shows one of the three columns at a time. */
const tabs = ['timeline', 'facts', 'todo'] as const;

const pathOf = (id: string) => `/customers/${encodeURIComponent(id)}`;

export default function CustomerPage() {
  const { customer } = useLoaderData<typeof loader>();
  return <CustomerRecord key={customer.id} />;
}

function CustomerRecord() {
  const { t } = useTranslation('customer');
  const { customer, tickets, owners } = useLoaderData<typeof loader>();
  const { permissions } = useShell();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const toast = useToast();
  const [search] = useSearchParams();
  const [facts, setFacts] = useState(() => factsOf(customer));
  const [around, setAround] = useState<ReturnType<typeof customersAround>>({ previous: null, next: null });
  const [after, setAfter] = useState<After>('stay');
  const [tab, setTab] = useState<(typeof tabs)[number]>('timeline');
  useEffect(() => setAround(customersAround(customer.id)), [customer.id]);
  const mayWrite = permissions.includes('customer.write');
  const { save, fault, isSaving } = useSave(() => {
    toast(t('saved'));
    if (after === 'close') navigate('/customers');
    if (after === 'next') navigate(around.next ? pathOf(around.next) : '/customers');
  });
  const submit = (then: After) => {
    if (isSaving) return;
    setAfter(then);
    const changed = changedFacts(factsOf(customer), facts);
    save('update', { ...toCustomerInput(changed), customerId: customer.id, expectedVersion: customer.version });
  };
  const call = search.get('call');
  // A call that ends or is recorded while the page is open belongs into what was done.
  useLiveEvents((event) => {
    if (event.kind === 'call' && ['ended', 'recorded', 'linked'].includes(event.change.kind)) revalidate();
  });
  const newTicketTo = `/tickets/new?${new URLSearchParams({ customer: customer.id, ...(call && { call }) })}`;
  const neighbour = (id: string | null, label: string, Icon: typeof ChevronUp) =>
    id && (
      <Link to={pathOf(id)} className="admin-back" aria-label={label}>
        <Icon size={18} />
      </Link>
    );
  return (
    <div className="customer" data-tab={tab}>
      <header className="customer-head">
        <Link to="/customers" className="admin-back" aria-label={t('back')}>
          <ChevronLeft size={18} />
        </Link>
        {neighbour(around.previous, t('previous'), ChevronUp)}
        {neighbour(around.next, t('next'), ChevronDown)}
        <Avatar name={customer.name} size="large" />
        <div className="spread">
          <div className="customer-title">
            <h1 className="cut">{customer.name}</h1>
            {customer.level && <Chip tone="plum">{t(`level.${customer.level}`)}</Chip>}
            <Chip>{t(`kind.${customer.kind}`)}</Chip>
          </div>
          <p className="small quiet cut">
            {customer.owner ? t('owned', { name: customer.owner.name }) : t('nobody')} · {t('since')}{' '}
            <Moment at={customer.createdAt} />
            {customer.lastContactAt && (
              <>
                {' · '}
                {t('field.lastContact')} <Moment at={customer.lastContactAt} />
              </>
            )}
          </p>
        </div>
        {permissions.includes('call.use') &&
          customer.phones.map((phone) => (
            <DialButton key={phone.id} to={{ customerPhoneId: phone.id }} number={phone.national ?? phone.masked} />
          ))}
        {permissions.includes('ticket.create') && (
          <Button component={Link} to={newTicketTo} startIcon={<Ticket size={16} />}>
            <span className="customer-word">{t('newTicket')}</span>
          </Button>
        )}
        {mayWrite && (
          <div className="customer-acts" data-action-bar>
            <Button onClick={() => submit('close')}>{t('saveAndClose')}</Button>
            <Button onClick={() => submit('stay')}>{t('save')}</Button>
            <Button variant="contained" color="primary" onClick={() => submit('next')}>
              {t('saveAndNext')}
            </Button>
          </div>
        )}
      </header>
      <div className="tabs customer-tabs" role="tablist" aria-label={t('parts')}>
        {tabs.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === tab} onClick={() => setTab(each)}>
            {t(`tab.${each}`)}
          </button>
        ))}
      </div>
      <div className="customer-columns">
        <div className="customer-side is-facts">
          {fault?.code === 'stale_version' && (
            <p role="status" className="small">
              <button type="button" className="link-button" onClick={() => setFacts(factsOf(customer))}>
                {t('takeTheirs')}
              </button>
            </p>
          )}
          <FactsForm
            facts={facts}
            owners={owners}
            fault={fault}
            isMasked={customer.phones.some((phone) => phone.national === null)}
            onChange={(part) => setFacts((before) => ({ ...before, ...part }))}
          />
        </div>
        <CustomerTimeline timeline={customer.timeline} />
        <aside className="customer-side is-todo" aria-label={t('whatToDo')}>
          {mayWrite && <FollowUpForm customerId={customer.id} />}
          <OpenTickets tickets={tickets} customerId={customer.id} />
        </aside>
      </div>
    </div>
  );
}
