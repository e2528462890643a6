import type { Integrator } from './integrator.ts';

/** The demo company's telephone system. */
export async function simulatorChannel(admin: Integrator): Promise<string> {
  const { channels } = await admin.query<{
    channels: { id: string; isActive: boolean; plugin: { id: string } | null }[];
  }>('{ channels { id isActive plugin { id } } }');
  const channel = channels.find(({ isActive, plugin }) => isActive && plugin?.id === 'telephony-simulator');
  if (!channel) throw new Error('no simulator channel');
  return channel.id;
}
