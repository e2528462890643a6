import './ticket-page.css';
import './stream.css';
import './ticket-widths.css';
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { CourierPanel } from '~/courier/courier-panel.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useRefresh } from '~/live/use-refresh.ts';
import { ErrorPage } from '~/shell/error-page.tsx';
import { RecordTags } from '~/tag/record-tags.tsx';
import { useTicketAct } from '../act/use-ticket-act.ts';
import { MergeBanner } from '../collaborate/merge/merge-banner.tsx';
import { CollaboratePanels } from '../collaborate/collaborate-panels.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { StepWork } from './step-work.tsx';
import { Stream } from './stream.tsx';
import { NoteComposer } from './note-composer.tsx';
import { SubTicketPanel } from './sub-ticket-panel.tsx';
import { TicketCalls } from './ticket-calls.tsx';
import { TicketFiles } from './ticket-files.tsx';
import { TicketHead } from './ticket-head.tsx';
import { openTicketsQuery, ticketQuery } from './ticket-operations.ts';
import { ticketTabs, useTicketLayout } from './use-ticket-layout.ts';

export const handle = {
  i18n: [
    'ticket',
    'collaboration',
    'form',
    'flow',
    'call',
    'tag',
    'macro',
    'automation',
    'quick-reply',
    'courier',
    'sla',
    'condition',
  ],
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const number = params.number ?? '';
  // The number of a merged ticket leads to the one that goes on, unless its own page is asked for.
  const followMerge = !new URL(request.url).searchParams.has('itself');
  const { ticket } = await executeOperation(request, ticketQuery, { number, followMerge });
  const definition = ticket?.version?.definition as TicketTypeDefinition | undefined;
  if (!ticket || !definition) throw new Response(null, { status: 404 });
  if (ticket.number !== number) throw redirect(`/tickets/${ticket.number}?from=${encodeURIComponent(number)}`);
  const customerId = ticket.customer?.id;
  const open = customerId ? await executeOperation(request, openTicketsQuery, { customerId }) : null;
  return { ticket, definition, openTickets: open?.tickets.edges.map((edge) => edge.node) ?? [], now: Date.now() };
}

export default function TicketPage() {
  const { t } = useTranslation('ticket');
  const { ticket, definition, openTickets, now } = useLoaderData<typeof loader>();
  const refresh = useRefresh();
  const act = useTicketAct(ticket.id);
  const { tab, setTab, fold, page } = useTicketLayout();
  // The one that the reader can work on comes first: branches may run side by side.
  const active = ticket.steps.filter((step) => step.isActive);
  const step = active.find((each) => each.actions.length > 0) ?? active[0] ?? null;

  const isMine = step?.actions.some((action) => action === 'SUBMIT' || action === 'DECIDE') ?? false;

  const isShown = (id?: string) => id === ticket.id || ticket.subTickets.some((each) => each.id === id);
  useLiveEvents((event) => {
    const isOfIt =
      (event.kind === 'ticket' && isShown(event.change.ticket?.id)) ||
      (event.kind === 'call' && ticket.calls.some(({ id }) => id === event.change.call?.id));
    if (event.kind === 'gap' || isOfIt) refresh();
  });

  return (
    <div className="ticket" {...page}>
      <TicketHead ticket={ticket} step={step} act={act} now={now} onFold={fold} onClocks={() => setTab('flow')} />
      <MergeBanner ticket={ticket} act={act} />
      <div className="tabs ticket-tabs" role="tablist" aria-label={t('tab.label')}>
        {ticketTabs.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === tab} onClick={() => setTab(each)}>
            {t(`tab.${each}`)}
            {each === 'activity' && <span className="count">{ticket.history.length}</span>}
          </button>
        ))}
      </div>
      <div className="ticket-columns">
        <aside className="ticket-left" aria-label={t('tab.customer')}>
          <CustomerPanel ticket={ticket} openTickets={openTickets} />
          <RecordTags
            tags={ticket.tags}
            isEditable={ticket.status !== 'DRAFT'}
            onChange={({ add, remove }, then) =>
              act.run({ kind: 'changeTicketTags', input: { ticketId: ticket.id, add, remove } }, t('told.tagged'), then)
            }
          />
          <TicketFiles files={ticket.files} />
          <TicketCalls calls={ticket.calls} />
          <CourierPanel ticketId={ticket.id} numbers={ticket.courierNumbers} />
        </aside>
        <div className="ticket-middle">
          <StepWork
            key={`${ticket.id} ${step?.stepId} ${isMine ? 'mine' : ticket.sequence}`}
            ticket={ticket}
            step={step}
            definition={definition}
            act={act}
          />
          <div className="ticket-activity">
            <Stream ticket={ticket} definition={definition} />
            <NoteComposer key={ticket.id} ticket={ticket} act={act} />
          </div>
        </div>
        <aside className="ticket-right" aria-label={t('tab.flow')}>
          <ClockPanel ticket={ticket} form={definition.form} customerFields={definition.sla.customerFields} now={now} />
          <FlowPanel ticket={ticket} definition={definition} />
          <SubTicketPanel ticket={ticket} now={now} />
          <CollaboratePanels ticket={ticket} act={act} />
        </aside>
      </div>
    </div>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
