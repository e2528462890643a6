import type { Connection, Plugin, PluginHost } from '@handoff/plugin-sdk';
import { expect, it, onTestFinished, vi } from 'vitest';
import { connectChannel } from './channel-connection.ts';

const lease = { key: 'channel:one', holder: 'test', token: 1 };
const command = (commandId: string) => ({
  kind: 'call' as const,
  command: { kind: 'hang_up' as const, callId: commandId, commandId },
});

const connectTo = (send: Connection['send']) =>
  connectChannel({
    channelId: 'one',
    version: 1,
    lease,
    plugin: {
      id: 'slow',
      actions: {},
      connect: () => Promise.resolve({ send, close: () => Promise.resolve() }),
    } as unknown as Plugin,
    settings: {},
    host: {} as PluginHost,
    abort: new AbortController(),
  });

it('gives a command up that takes too long, and carries out the one behind it', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const sent: string[] = [];
  const channel = await connectTo(({ commandId }) => {
    sent.push(commandId);
    return commandId === 'hangs' ? new Promise(() => undefined) : Promise.resolve();
  });
  const hanging = expect(channel.execute(command('hangs'))).rejects.toMatchObject({ code: 'no_answer' });
  const next = channel.execute(command('next'));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(sent).toEqual(['hangs']);
  await vi.advanceTimersByTimeAsync(1_500);
  await hanging;
  await next;
  expect(sent).toEqual(['hangs', 'next']);
  expect(vi.getTimerCount()).toBe(0);
});
