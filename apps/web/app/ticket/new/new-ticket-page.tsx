import './new-ticket.css';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { executeOperation } from '~/graphql/execute.server.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { readOutcome, type Fault } from '~/graphql/mutation-result.ts';
import { PageHeading } from '~/shell/page-heading.tsx';
import { NewTicketForm } from './new-ticket-form.tsx';
import type { NewTicketDesk } from './new-ticket-content.ts';
import { createTicketMutation, creatableTypesQuery, newTicketQuery } from './new-operations.ts';

export const handle = { i18n: ['ticket', 'form'] };

type CreateInput = VariablesOf<typeof createTicketMutation>['input'];

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const asked = ['type', 'customer', 'draft', 'parent'].flatMap((name) => search.get(name) ?? []);
  const [{ ticketTypes }, { nodes }] = await Promise.all([
    executeOperation(request, creatableTypesQuery),
    executeOperation(request, newTicketQuery, { ids: asked }),
  ]);
  const tickets = nodes.filter((node) => node?.__typename === 'Ticket');
  const ticket = tickets.find(({ status }) => status === 'DRAFT') ?? null;
  const parent = tickets.find(({ status }) => status !== 'DRAFT') ?? ticket?.parent ?? null;
  const typeId = search.get('type') ?? ticket?.type?.id ?? null;
  const loaded =
    typeId && !search.has('type') ? (await executeOperation(request, newTicketQuery, { ids: [typeId] })).nodes : nodes;
  const type = loaded.find((node) => node?.__typename === 'TicketType');
  const customer = nodes.find((node) => node?.__typename === 'Customer');
  return {
    types: ticketTypes.filter((each) => each.mayCreate),
    typeId,
    definition:
      type?.__typename === 'TicketType'
        ? (type.currentVersion?.definition as TicketTypeDefinition | undefined)
        : undefined,
    customer:
      customer?.__typename === 'Customer'
        ? { id: customer.id, label: customer.name, phone: customer.phones[0]?.national ?? '' }
        : null,
    draft: ticket,
    parent,
    callId: search.get('call'),
  };
}

export async function action({ request }: ActionFunctionArgs): Promise<{ fault: Fault }> {
  const input = (await request.json()) as CreateInput;
  const { outcome } = await executeOperation(request, createTicketMutation, { input });
  const created = readOutcome(outcome);
  if (!created.ok) return { fault: created.fault };
  throw redirect(created.value.ticket ? `/tickets/${created.value.ticket.number}` : '/tickets?view=created');
}

export default function NewTicketPage() {
  const { t } = useTranslation('ticket');
  const data = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { typeId, definition } = data;
  // What was typed goes along to another ticket type.
  const desk = useRef<NewTicketDesk>({ content: null, draftId: data.draft?.id ?? null });
  const choose = (id: string) => {
    const next = new URLSearchParams(search);
    next.set('type', id);
    return `?${next}`;
  };
  return (
    <div className="new-ticket">
      <PageHeading>{t(data.parent ? 'subTicket.new' : 'new')}</PageHeading>
      {data.parent && (
        <p className="new-ticket-parent small">
          {t('create.subTicketOf')}{' '}
          <Link to={`/tickets/${data.parent.number}`}>
            {data.parent.number} {data.parent.title}
          </Link>
        </p>
      )}
      <nav className="type-choice" aria-label={t('create.type')}>
        {data.types.map((type) => (
          <Link key={type.id} to={choose(type.id)} replace aria-current={type.id === typeId ? 'true' : undefined}>
            {type.name.text}
          </Link>
        ))}
      </nav>
      {data.types.length === 0 && <p className="quiet">{t('create.noType')}</p>}
      {data.types.length > 0 && !definition && <p className="quiet">{t('create.chooseType')}</p>}
      {definition && typeId && (
        <NewTicketForm key={typeId} {...data} desk={desk} typeId={typeId} definition={definition} />
      )}
    </div>
  );
}
