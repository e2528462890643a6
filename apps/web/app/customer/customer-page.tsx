import './customer.css';
import '~/admin/admin.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate, useSearchParams } from '@remix-run/react';
import { ChevronDown, ChevronLeft, ChevronUp, Ticket } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { Moment } from '~/format/moment.tsx';
import { conflictIn } from '~/conflict/read-conflict.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useRefresh } from '~/live/use-refresh.ts';
import { Avatar } from '~/mark/avatar.tsx';
import { Chip } from '~/mark/chip.tsx';
import { SendForm } from '~/external-form/send-form.tsx';
import { SummaryPanel } from '~/service-record/summary-panel.tsx';
import { DialButton } from '~/telephony/dial-button.tsx';
import { RecordTags } from '~/tag/record-tags.tsx';
import { changeCustomerTagsMutation } from '~/tag/tag-operations.ts';
import { useShell } from '~/shell/use-shell.ts';
import { useToast } from '~/shell/toast.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import { customersAround } from './customer-memory.ts';
import {
  addFollowUpMutation,
  customerOwnersQuery,
  customerQuery,
  updateCustomerMutation,
} from './customer-operations.ts';
import { readLists } from './customer-lists.ts';
import { CustomerTimeline } from './customer-timeline.tsx';
import { changedFacts, factsOf, partOf, withChanges } from './customer-facts.ts';
import { readCustomerForm } from './customer-form.ts';
import { CustomerConflict } from './customer-conflict.tsx';
import { FactsForm, toCustomerInput, type CustomerFacts } from './facts-form.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { OpenTickets } from './open-tickets.tsx';

export const handle = {
  i18n: ['customer', 'ticket', 'admin', 'form', 'call', 'telephony', 'tag', 'external-form', 'service-record'],
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ node, tickets }, owners] = await Promise.all([
    executeOperation(request, customerQuery, { id: params.id ?? '' }),
    executeOperation(request, customerOwnersQuery),
  ]);
  if (node?.__typename !== 'Customer') throw new Response(null, { status: 404 });
  return {
    customer: node,
    tickets: tickets.edges.map((edge) => edge.node),
    owners: owners.agents.edges.map((edge) => edge.node),
    lists: readLists(owners),
    fields: owners.customerFields,
    ...readCustomerForm(owners),
  };
}

export const action = defineAction({
  update: updateCustomerMutation,
  followUp: addFollowUpMutation,
  tags: changeCustomerTagsMutation,
});

type After = 'stay' | 'close' | 'next';

/** A phone shows one of the three columns at a time. */
const tabs = ['timeline', 'facts', 'todo'] as const;

/** The version of the customer that an update answered with. */
const versionOf = (value: Record<string, unknown>): number => {
  const { customer } = value as { customer?: { version: number } | null };
  return customer?.version ?? 0;
};

const pathOf = (id: string) => `/customers/${encodeURIComponent(id)}`;

export default function CustomerPage() {
  const { customer } = useLoaderData<typeof loader>();
  return <CustomerRecord key={customer.id} />;
}

function CustomerRecord() {
  const { t } = useTranslation('customer');
  const { customer, tickets, owners, lists, fields, form, required } = useLoaderData<typeof loader>();
  const { permissions } = useShell();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const toast = useToast();
  const tagging = useSave();
  const [search] = useSearchParams();
  const [facts, setFacts] = useState(() => factsOf(customer));
  // What the person had read when they began: others may have changed it since.
  const [read, setRead] = useState(() => ({ facts: factsOf(customer), version: customer.version }));
  const [isChoosing, setIsChoosing] = useState(false);
  const [around, setAround] = useState<ReturnType<typeof customersAround>>({ previous: null, next: null });
  const [after, setAfter] = useState<After>('stay');
  const [tab, setTab] = useState<(typeof tabs)[number]>('timeline');
  useEffect(() => setAround(customersAround(customer.id)), [customer.id]);
  const sent = useRef(facts);
  // The version that a save answered with: what the page has read may still be older for a moment.
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  const mayWrite = permissions.includes('customer.write');
  const { save, fault, isSaving } = useSave((value) => {
    toast(t('saved'));
    setSavedVersion(versionOf(value));
    if (after === 'close') navigate('/customers');
    if (after === 'next') navigate(around.next ? pathOf(around.next) : '/customers');
  });
  // After a save the form holds the record as it is now, with what others changed.
  useEffect(() => {
    if (savedVersion === null || customer.version < savedVersion) return;
    setSavedVersion(null);
    const now = factsOf(customer);
    setFacts((typed) => withChanges(now, changedFacts(sent.current, typed)));
    setRead({ facts: now, version: customer.version });
  }, [customer, savedVersion]);
  const conflict = conflictIn(fault);
  useEffect(() => setIsChoosing(conflict !== null), [conflict]);
  const send = (mine: CustomerFacts, since: typeof read) => {
    sent.current = mine;
    const changed = changedFacts(since.facts, mine);
    const before = partOf(since.facts, changed);
    save('update', {
      ...toCustomerInput(changed),
      before: toCustomerInput(before),
      customerId: customer.id,
      expectedVersion: since.version,
    });
  };
  const submit = (then: After) => {
    if (isSaving) return;
    setAfter(then);
    send(facts, read);
  };
  const choose = (taken: Partial<CustomerFacts>, theirs: Partial<CustomerFacts>) => {
    const mine = withChanges(facts, taken);
    const since = { ...read, facts: withChanges(read.facts, theirs) };
    setFacts(mine);
    setRead(since);
    setIsChoosing(false);
    send(mine, since);
  };
  const call = search.get('call');
  // A call that ends or is recorded while the page is open belongs into what was done.
  useLiveEvents((event) => {
    if (event.kind === 'call' && ['ended', 'recorded', 'linked'].includes(event.change.kind)) refresh();
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
            <PageHeading className="cut">{customer.name}</PageHeading>
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
        {permissions.includes('external_form.send') && <SendForm customer={customer} />}
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
          {conflict && isChoosing && (
            <CustomerConflict
              conflict={conflict}
              facts={facts}
              owners={owners}
              lists={lists}
              fields={fields}
              onChoose={choose}
              onClose={() => setIsChoosing(false)}
            />
          )}
          <FactsForm
            facts={facts}
            owners={owners}
            lists={lists}
            form={form}
            required={required}
            fault={fault}
            isMasked={customer.phones.some((phone) => phone.national === null)}
            onChange={(part) => setFacts((before) => ({ ...before, ...part }))}
          />
        </div>
        <CustomerTimeline timeline={customer.timeline} fields={fields} />
        <aside className="customer-side is-todo" aria-label={t('whatToDo')}>
          <FaultNote fault={tagging.fault} />
          <RecordTags
            tags={customer.tags}
            isEditable={mayWrite}
            onChange={(change) => tagging.save('tags', { customerId: customer.id, ...change })}
          />
          {call && <SummaryPanel key={call} callId={call} />}
          {mayWrite && <FollowUpForm customerId={customer.id} />}
          <OpenTickets tickets={tickets} customerId={customer.id} />
        </aside>
      </div>
    </div>
  );
}
