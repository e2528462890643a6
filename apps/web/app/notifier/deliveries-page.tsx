import './notifier.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate, useSearchParams } from '@remix-run/react';
import { DELIVERY_STATES, RETRYABLE_STATES, type DeliveryState } from '@handoff/core/notifier/delivery-states';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useRefresh } from '~/live/use-refresh.ts';
import { Chip, type Tone } from '~/mark/chip.tsx';
import { useToast } from '~/shell/toast.tsx';
import { kindName } from './kind-name.ts';
import {
  notificationDeliveriesQuery,
  retryNotificationDeliveryMutation,
  type Delivery,
} from './notifier-operations.ts';

export const handle = { i18n: ['notifier'] };

const tones: Record<DeliveryState, Tone> = {
  queued: 'info',
  held: 'mute',
  sending: 'info',
  sent: 'ok',
  merged: 'mute',
  skipped: 'mute',
  refused: 'bad',
  gave_up: 'bad',
};
const stateOf = ({ state }: Delivery) => state.toLowerCase() as DeliveryState;

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const state = DELIVERY_STATES.find((each) => each === search.get('state'));
  const channel = search.get('channel');
  const filter = {
    ...(channel && { channel: { eq: channel } }),
    ...(state && { state: { eq: state.toUpperCase() as Uppercase<DeliveryState> } }),
  };
  const answer = await executeOperation(request, notificationDeliveriesQuery, { filter, after: search.get('after') });
  if (!answer.viewer?.permissions.includes('channel.manage')) throw new Response(null, { status: 403 });
  const { edges, pageInfo, totalCount } = answer.notificationDeliveries;
  return { deliveries: edges.map(({ node }) => node), pageInfo, total: totalCount, channels: answer.notifierChannels };
}

export const action = defineAction({ retry: retryNotificationDeliveryMutation });

/** What became of each notification on its way out, and why; what was not sent can be tried again. */
export default function DeliveriesPage() {
  const { t } = useTranslation('notifier');
  const { number } = useFormat();
  const toast = useToast();
  const refresh = useRefresh();
  const { deliveries, channels, total, pageInfo } = useLoaderData<typeof loader>();
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
    <AdminPage
      title={t('log.title')}
      back="/admin/integration/notifications"
      actions={
        <Button startIcon={<RefreshCw size={16} />} onClick={refresh}>
          {t('log.refresh')}
        </Button>
      }
    >
      <div role="search" className="admin-filter">
        <SelectInput
          name="channel"
          label={t('log.channel')}
          placeholder={t('log.all')}
          value={search.get('channel')}
          options={channels.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => narrow('channel', value)}
        />
        <SelectInput
          name="state"
          label={t('log.state')}
          placeholder={t('log.all')}
          value={search.get('state')}
          options={DELIVERY_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value) => narrow('state', value)}
        />
        <p className="small quiet">
          {t('log.count', { count: total.value, number: `${number(total.value)}${total.isExact ? '' : '+'}` })}
        </p>
      </div>
      <AdminTable
        label={t('log.title')}
        rows={deliveries}
        rowId={({ id }) => id}
        empty={t('log.empty')}
        columns={[
          { header: t('log.at'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
          { header: t('log.kind'), cell: ({ kind }) => kindName(t, kind) },
          {
            header: t('log.ticket'),
            cell: ({ ticket }) =>
              ticket ? (
                <Link to={`/tickets/${ticket.number}`}>
                  <span className="mono">{ticket.number}</span> {ticket.title}
                </Link>
              ) : (
                '–'
              ),
          },
          { header: t('log.agent'), cell: ({ agent }) => agent?.name ?? '–' },
          { header: t('log.channel'), cell: ({ channel }) => channel?.name ?? '–' },
          {
            header: t('log.state'),
            cell: (delivery) => {
              const state = stateOf(delivery);
              return (
                <div>
                  <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>{' '}
                  {delivery.sentAt && <Moment at={delivery.sentAt} />}
                  {delivery.attempts > 1 && (
                    <span className="small quiet"> {t('log.attempts', { count: delivery.attempts })}</span>
                  )}
                  {delivery.nextAt && (
                    <p className="small quiet">
                      {t('log.next')} <Moment at={delivery.nextAt} />
                    </p>
                  )}
                  {delivery.fault && <p className="small">{delivery.fault.words.text}</p>}
                </div>
              );
            },
          },
          {
            header: t('log.act'),
            cell: (delivery) =>
              delivery.kind !== 'test' && RETRYABLE_STATES.includes(stateOf(delivery)) ? (
                <ActButton intent="retry" input={{ deliveryId: delivery.id }} onSaved={() => toast(t('log.retried'))}>
                  {t('log.retry')}
                </ActButton>
              ) : null,
          },
        ]}
      />
      {pageInfo.hasNextPage && (
        <Button component={Link} to={`?${next}`}>
          {t('log.older')}
        </Button>
      )}
    </AdminPage>
  );
}
