import { useNavigate } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { ChannelForm } from './channel-form.tsx';
import type { PluginField } from './plugin-form.ts';

interface NewChannelPanelProps {
  plugins: readonly { id: string; name: string; fields: readonly PluginField[] }[];
  onClose: () => void;
}

/** Chooses a plugin and fills in its settings; the new channel's page opens. */
export function NewChannelPanel({ plugins, onClose }: NewChannelPanelProps) {
  const { t } = useTranslation('channel');
  const navigate = useNavigate();
  const [pluginId, setPluginId] = useState(plugins[0]?.id ?? null);
  const plugin = plugins.find(({ id }) => id === pluginId);
  return (
    <SidePanel title={t('new')} width={560} onClose={onClose}>
      <div className="admin-form">
        {plugins.length === 0 && <p className="quiet">{t('noPlugin')}</p>}
        {plugins.length > 0 && (
          <SelectInput
            name="plugin"
            label={t('plugin')}
            isRequired
            options={plugins.map(({ id, name }) => ({ value: id, label: name }))}
            value={pluginId}
            onChange={setPluginId}
          />
        )}
        {plugin && (
          <ChannelForm
            key={plugin.id}
            intent="create"
            fields={plugin.fields}
            name={plugin.name}
            fixed={{ pluginId: plugin.id }}
            submitLabel={t('create')}
            onSaved={({ channel }) => navigate(`/admin/channels/${encodeURIComponent((channel as { id: string }).id)}`)}
          />
        )}
      </div>
    </SidePanel>
  );
}
