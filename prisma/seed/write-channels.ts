import { randomBytes } from 'node:crypto';
import { createChannel } from '@handoff/core/channel/create-channel';
import { createPluginRegistry } from '@handoff/core/channel/plugin-registry';
import { setChannelActive } from '@handoff/core/channel/update-channel';
import type { Context } from '@handoff/core/platform/context';
import { createSecretBox } from '@handoff/core/platform/secret-box';
import { carrierSimulator } from '@handoff/carrier-simulator';
import { notifierWebhook } from '@handoff/notifier-webhook';
import { telephonySimulator } from '@handoff/telephony-simulator';

/**
 * A telephone system and a carrier that work without one, so that calls and parcels can be tried at once, and a gateway for
 * notifications as an example, switched off: there is nobody at its address.
 */
export async function writeChannels(context: Context, secretKey: string): Promise<void> {
  const equipped: Context = {
    ...context,
    secrets: createSecretBox(secretKey),
    plugins: createPluginRegistry([telephonySimulator, carrierSimulator, notifierWebhook]),
  };
  const channelId = await createChannel(equipped, {
    pluginId: telephonySimulator.id,
    name: '售后热线 Service hotline (simulator)',
    settings: { companyNumbers: ['0571 8800 1234', '400 800 1234'], isRecording: true },
  });
  await setChannelActive(equipped, { channelId, isActive: true });
  const carrierId = await createChannel(equipped, {
    pluginId: carrierSimulator.id,
    name: '物流查询 Courier tracking (simulator)',
    settings: {},
  });
  await setChannelActive(equipped, { channelId: carrierId, isActive: true });
  await createChannel(equipped, {
    pluginId: notifierWebhook.id,
    name: '短信网关 SMS gateway (example)',
    settings: {
      url: 'https://gateway.example.com/notifications',
      signingSecret: `whsec_${randomBytes(32).toString('base64')}`,
    },
  });
}
