import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { sendTestNotificationMutation } from '~/notifier/notifier-operations.ts';
import { TestButton } from '~/notifier/test-button.tsx';
import { useToast } from '~/shell/toast.tsx';
import { ActionForm } from './action-form.tsx';
import { ChannelForm } from './channel-form.tsx';
import {
  channelQuery,
  runPluginActionMutation,
  setChannelActiveMutation,
  updateChannelMutation,
} from './channel-operations.ts';
import { ChannelStatus } from './channel-status.tsx';
import { readPluginForm } from './plugin-form.ts';
import { useSettling } from './use-settling.ts';

export const handle = { i18n: ['channel', 'notifier'] };

const storedSettings = z.record(z.string(), z.unknown());

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, channelQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'Channel') throw new Response(null, { status: 404 });
  const { plugin, settings, ...channel } = node;
  return {
    channel: { ...channel, settings: storedSettings.parse(settings) },
    plugin: plugin && {
      name: plugin.name.text,
      fields: readPluginForm(plugin.settingsSchema),
      actions: plugin.actions.map(({ key, title, description, inputSchema }) => ({
        key,
        title: title.text,
        description: description.text,
        fields: readPluginForm(inputSchema),
      })),
    },
  };
}

export const action = defineAction({
  update: updateChannelMutation,
  setActive: setChannelActiveMutation,
  run: runPluginActionMutation,
  test: sendTestNotificationMutation,
});

export default function ChannelPage() {
  const { t } = useTranslation('channel');
  const toast = useToast();
  const { channel, plugin } = useLoaderData<typeof loader>();
  const { id, isActive, version } = channel;
  useSettling([channel]);
  return (
    <AdminPage
      title={channel.name}
      back="/admin/channels"
      actions={
        <>
          <ChannelStatus channel={channel} />
          <ActButton intent="setActive" input={{ channelId: id, isActive: !isActive }} isDangerous={isActive}>
            {t(isActive ? 'disable' : 'enable')}
          </ActButton>
        </>
      }
    >
      {!plugin && <p className="quiet admin-empty">{t('pluginGone')}</p>}
      {plugin && (
        <div className="admin-columns">
          <section className="admin-section" aria-labelledby="settings">
            <h2 id="settings">{t('settings', { plugin: plugin.name })}</h2>
            <ChannelForm
              key={version}
              intent="update"
              fields={plugin.fields}
              name={channel.name}
              settings={channel.settings}
              secretsSet={channel.secretsSet}
              fixed={{ channelId: id, expectedVersion: version }}
              submitLabel={t('save')}
              onSaved={() => toast(t('saved'))}
            />
          </section>
          <section className="admin-section" aria-labelledby="actions">
            <h2 id="actions">{t('actions')}</h2>
            {channel.kind === 'notifier' && <TestButton channelId={id} />}
            {plugin.actions.length === 0 && channel.kind !== 'notifier' && <p className="quiet">{t('noAction')}</p>}
            {plugin.actions.length > 0 && !isActive && <p className="quiet">{t('actionsOff')}</p>}
            {isActive &&
              plugin.actions.map((each) => (
                <details key={each.key} className="plugin-action">
                  <summary>{each.title}</summary>
                  <ActionForm channelId={id} action={each} />
                </details>
              ))}
            {channel.failedActions.length > 0 && (
              <>
                <h3>{t('failed')}</h3>
                <ul>
                  {channel.failedActions.map(({ runId, action: key, at, message }) => (
                    <li key={runId}>
                      <Moment at={at} /> <b>{plugin.actions.find((each) => each.key === key)?.title ?? key}</b>{' '}
                      {message}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
      )}
    </AdminPage>
  );
}
