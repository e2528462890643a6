import './notifier.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { ChannelStatus } from '~/channel/channel-status.tsx';
import { useSettling } from '~/channel/use-settling.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import {
  notificationRulesQuery,
  sendTestNotificationMutation,
  setNotificationRulesMutation,
} from './notifier-operations.ts';
import { RuleMatrix } from './rule-matrix.tsx';
import { TestButton } from './test-button.tsx';

export const handle = { i18n: ['notifier', 'channel'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { viewer, channels, notificationRules } = await executeOperation(request, notificationRulesQuery);
  if (!viewer?.permissions.includes('channel.manage')) throw new Response(null, { status: 403 });
  return { channels: channels.filter(({ kind }) => kind === 'notifier'), rules: notificationRules };
}

export const action = defineAction({ test: sendTestNotificationMutation, set: setNotificationRulesMutation });

/** Over which channels notifications leave the product, and how each channel is. */
export default function NotificationsPage() {
  const { t } = useTranslation(['notifier', 'channel']);
  const { channels, rules } = useLoaderData<typeof loader>();
  useSettling(channels);
  const versions = rules.map(({ version }) => version).join();
  return (
    <AdminPage
      title={t('title')}
      actions={
        <Button component={Link} to="/admin/integration/notifications/log" variant="outlined">
          {t('log.title')}
        </Button>
      }
    >
      <p className="quiet">{t('hint')}</p>
      <section className="admin-section" aria-labelledby="notifier-channels">
        <h2 id="notifier-channels">{t('channels')}</h2>
        <AdminTable
          label={t('channels')}
          rows={channels}
          rowId={({ id }) => id}
          empty={t('noChannel')}
          columns={[
            {
              header: t('channel:name'),
              cell: ({ id, name }) => <Link to={`/admin/channels/${encodeURIComponent(id)}`}>{name}</Link>,
            },
            { header: t('channel:plugin'), cell: ({ plugin }) => plugin?.name.text ?? t('channel:notInstalled') },
            { header: t('channel:connection'), cell: (channel) => <ChannelStatus channel={channel} /> },
            { header: t('test.label'), cell: ({ id, plugin }) => plugin && <TestButton channelId={id} /> },
          ]}
        />
        <div className="admin-acts">
          <Button component={Link} to="/admin/channels">
            {t('manageChannels')}
          </Button>
        </div>
      </section>
      <RuleMatrix key={versions} rules={rules} channels={channels} />
    </AdminPage>
  );
}
