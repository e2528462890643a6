import type { Integrator } from './integrator.ts';

/** The demo company's telephone system. */
export async function simulatorChannel(admin: Integrator): Promise<string> {
  const { channels } = await admin.query<{ channels: { id: string; plugin: { id: string } | null }[] }>(
    '{ channels { id plugin { id } } }',
  );
  const channel = channels.find(({ plugin }) => plugin?.id === 'telephony-simulator');
  if (!channel) throw new Error('no simulator channel');
  return channel.id;
}
