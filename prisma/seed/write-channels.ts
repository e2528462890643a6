import { createChannel } from '@handoff/core/channel/create-channel';
import { createPluginRegistry } from '@handoff/core/channel/plugin-registry';
import { setChannelActive } from '@handoff/core/channel/update-channel';
import type { Context } from '@handoff/core/platform/context';
import { createSecretBox } from '@handoff/core/platform/secret-box';
import { carrierSimulator } from '@handoff/carrier-simulator';
import { telephonySimulator } from '@handoff/telephony-simulator';

/** A telephone system and a carrier that work without one, so that calls and parcels can be tried at once. */
export async function writeChannels(context: Context, secretKey: string): Promise<void> {
  const equipped: Context = {
    ...context,
    secrets: createSecretBox(secretKey),
    plugins: createPluginRegistry([telephonySimulator, carrierSimulator]),
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
}
