import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { ChannelStatus } from './channel-status.tsx';
import { channelsQuery, createChannelMutation } from './channel-operations.ts';
import { NewChannelPanel } from './new-channel-panel.tsx';
import { readPluginForm } from './plugin-form.ts';
import { useSettling } from './use-settling.ts';

export const handle = { i18n: ['channel'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { viewer, plugins, channels } = await executeOperation(request, channelsQuery);
  if (!viewer?.permissions.includes('channel.manage')) throw new Response(null, { status: 403 });
  return {
    channels,
    plugins: plugins.map(({ id, name, settingsSchema }) => ({
      id,
      name: name.text,
      fields: readPluginForm(settingsSchema),
    })),
  };
}

export const action = defineAction({ create: createChannelMutation });

export default function ChannelsPage() {
  const { t } = useTranslation('channel');
  const { channels, plugins } = useLoaderData<typeof loader>();
  const [isMaking, setIsMaking] = useState(false);
  useSettling(channels);
  return (
    <AdminPage
      title={t('title')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsMaking(true)}>
          {t('new')}
        </Button>
      }
    >
      <AdminTable
        label={t('title')}
        rows={channels}
        rowId={(channel) => channel.id}
        empty={t('empty')}
        columns={[
          {
            header: t('name'),
            cell: (channel) => <Link to={`/admin/channels/${encodeURIComponent(channel.id)}`}>{channel.name}</Link>,
          },
          { header: t('plugin'), cell: (channel) => channel.plugin?.name.text ?? t('notInstalled') },
          { header: t('connection'), cell: (channel) => <ChannelStatus channel={channel} /> },
          {
            header: t('state'),
            cell: (channel) => (
              <Chip tone={channel.isActive ? 'ok' : 'mute'}>{t(channel.isActive ? 'enabled' : 'disabled')}</Chip>
            ),
          },
        ]}
      />
      {isMaking && <NewChannelPanel plugins={plugins} onClose={() => setIsMaking(false)} />}
    </AdminPage>
  );
}
