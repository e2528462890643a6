import './automation.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip, type Tone } from '~/mark/chip.tsx';
import { triggerRunsQuery, type TriggerRun } from './automation-operations.ts';
import { AutomationNames } from './automation-names.tsx';
import { TRIGGER_EVENTS } from '@handoff/core/automation/trigger/trigger-event';
import { eventOf } from './event-choices.ts';
import { readAutomation } from './read-automation.server.ts';
import { ActionLines, Reasons } from './run-words.tsx';

export const handle = { i18n: ['automation', 'ticket', 'condition'] };

const outcomes = ['done', 'failed', 'not_met', 'stopped'] as const;
type Outcome = (typeof outcomes)[number];
const tones: Record<Outcome, Tone> = { done: 'ok', failed: 'bad', not_met: 'mute', stopped: 'warn' };
const outcomeOf = ({ outcome }: TriggerRun) => outcome.toLowerCase() as Outcome;

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const outcome = outcomes.find((each) => each === search.get('outcome'));
  const event = TRIGGER_EVENTS.find((each) => each === search.get('event'));
  const trigger = search.get('trigger');
  const ticket = search.get('ticket');
  const filter = {
    ...(trigger && { trigger: { eq: trigger } }),
    ...(ticket && { ticket: { eq: ticket } }),
    ...(outcome && { outcome: { eq: outcome.toUpperCase() as Uppercase<Outcome> } }),
    ...(event && { event: { eq: event.toUpperCase() as Uppercase<typeof event> } }),
  };
  const { triggerRuns, triggers } = await executeOperation(request, triggerRunsQuery, {
    filter,
    after: search.get('after'),
  });
  const runs = triggerRuns.edges.map((edge) => edge.node);
  const known = await readAutomation(request, runs);
  return { runs, total: triggerRuns.totalCount, pageInfo: triggerRuns.pageInfo, triggers, known };
}

/** Which trigger did what to which ticket, and why another did not. */
export default function RunsPage() {
  const { t } = useTranslation('automation');
  const { number } = useFormat();
  const { runs, total, pageInfo, triggers, known } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const next = new URLSearchParams(search);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  const narrow = (name: string, value: string | null) => {
    const changed = new URLSearchParams(search);
    changed.delete('after');
    if (value) changed.set(name, value);
    else changed.delete(name);
    navigate(`?${changed}`);
  };
  return (
    <AdminPage title={t('runLog')} back="/admin/triggers">
      <div role="search" className="admin-filter">
        <SelectInput
          name="trigger"
          label={t('trigger')}
          placeholder={t('all')}
          value={search.get('trigger')}
          options={triggers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => narrow('trigger', value)}
        />
        <SelectInput
          name="outcome"
          label={t('outcomeLabel')}
          placeholder={t('all')}
          value={search.get('outcome')}
          options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          onChange={(value) => narrow('outcome', value)}
        />
        <SelectInput
          name="event"
          label={t('when')}
          placeholder={t('all')}
          value={search.get('event')}
          options={TRIGGER_EVENTS.map((value) => ({ value, label: t(`event.${value}`) }))}
          onChange={(value) => narrow('event', value)}
        />
        {search.has('ticket') && <Button onClick={() => narrow('ticket', null)}>{t('allTickets')}</Button>}
        <p className="small quiet">
          {t('runCount', { count: total.value, number: `${number(total.value)}${total.isExact ? '' : '+'}` })}
        </p>
      </div>
      <AutomationNames value={known}>
        <AdminTable
          label={t('runLog')}
          rows={runs}
          rowId={({ id }) => id}
          empty={t('noRuns')}
          columns={[
            { header: t('at'), cell: ({ at }) => <Moment at={at} /> },
            {
              header: t('trigger'),
              cell: ({ trigger, said }) =>
                trigger && !trigger.isDeleted ? (
                  <Link to={`/admin/triggers/${encodeURIComponent(trigger.id)}`}>
                    {said?.name} <span className="quiet">v{said?.number}</span>
                  </Link>
                ) : (
                  <span className="quiet">{said?.name ?? t('gone')}</span>
                ),
            },
            {
              header: t('ticketLabel'),
              cell: ({ ticket }) =>
                ticket ? (
                  <Link to={`/tickets/${ticket.number}`}>
                    <span className="mono">{ticket.number}</span> {ticket.title}
                  </Link>
                ) : (
                  '–'
                ),
            },
            { header: t('when'), cell: ({ event }) => t(`event.${eventOf(event)}`) },
            {
              header: t('outcomeLabel'),
              cell: (run) => <Chip tone={tones[outcomeOf(run)]}>{t(`outcome.${outcomeOf(run)}`)}</Chip>,
            },
            {
              header: t('why'),
              cell: (run) => (
                <div className="run-why small">
                  <Reasons because={run.because} />
                  <ActionLines lines={run.actions} />
                </div>
              ),
            },
          ]}
        />
      </AutomationNames>
      {pageInfo.hasNextPage && (
        <Button component={Link} to={`?${next}`}>
          {t('older')}
        </Button>
      )}
    </AdminPage>
  );
}
