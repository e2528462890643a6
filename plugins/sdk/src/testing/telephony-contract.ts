import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../define-plugin.ts';
import type { PluginHost } from '../host.ts';
import type { CallCommand } from '../telephony/call-command.ts';
import { describeSettings, type SettingsSubject } from './describe-settings.ts';
import { readWav } from './read-wav.ts';
import { createRecordingHost, type RecordingHost } from './recording-host.ts';

/** What a plugin's tests tell the contract about the plugin and its (simulated) vendor. */
export interface TelephonySubject extends SettingsSubject {
  /** Has the vendor ring for an agent; returns the call's id. `rings` is the same for a repeat of the same ringing. */
  ringIn(host: PluginHost, connection: Connection, rings: string): Promise<string>;
}

const agent = { id: '01J00000000000000000000000', loginName: 'li.na', workNumber: '1001' };
const other = { id: '01J00000000000000000000001', loginName: 'zhao.lei', workNumber: '1002' };

/** The tests that every telephony plugin has to pass. Call it at the top of a test file. */
export function describeTelephonyPlugin(subject: TelephonySubject): void {
  const { plugin, settings } = subject;
  const connect = (host: PluginHost): Promise<Connection> => {
    if (!plugin.connect) throw new Error(`${plugin.id} holds no connection`);
    return plugin.connect(host, settings);
  };
  let host: RecordingHost;
  let connection: Connection;

  const send = (kind: 'answer' | 'hang_up' | 'hold' | 'resume' | 'mute' | 'unmute' | 'reject', callId: string) =>
    connection.send({ kind, callId, commandId: `${kind}-1` });
  const kinds = () => host.events().map((event) => event.kind);

  beforeEach(async () => {
    host = createRecordingHost();
    connection = await connect(host);
    return () => connection.close();
  });

  describe(`${plugin.id} keeps the telephony contract`, () => {
    describeSettings(subject);

    it('rings, is answered and ends, in this order', async () => {
      const callId = await subject.ringIn(host, connection, 'first');
      await send('answer', callId);
      host.pass(3);
      await send('hang_up', callId);
      expect(kinds()).toEqual(['call.offered', 'call.answered', 'call.ended']);
      expect(host.events().every((event) => event.callId === callId)).toBe(true);
    });

    it('says who answered, so that a call that moved on meanwhile is not given to another', async () => {
      const callId = await subject.ringIn(host, connection, 'first');
      await connection.send({ kind: 'answer', callId, commandId: 'answer-1', agent: other });
      const answered = host.events().find((event) => event.kind === 'call.answered');
      expect([other.id, other.loginName, other.workNumber]).toContain(answered?.agent);
    });

    it('gives a repeated event the same id', async () => {
      const callId = await subject.ringIn(host, connection, 'first');
      expect(await subject.ringIn(host, connection, 'first')).toBe(callId);
      expect(host.events()).toHaveLength(1);
    });

    it('gives different calls different ids', async () => {
      const first = await subject.ringIn(host, connection, 'first');
      expect(await subject.ringIn(host, connection, 'second')).not.toBe(first);
    });

    it('carries each command out once, however often it is sent', async () => {
      const callId = await subject.ringIn(host, connection, 'first');
      const commands: CallCommand[] = [
        { kind: 'offer', callId, commandId: 'offer-1', agent },
        { kind: 'answer', callId, commandId: 'answer-1' },
        { kind: 'mute', callId, commandId: 'mute-1' },
        { kind: 'unmute', callId, commandId: 'unmute-1' },
        { kind: 'hold', callId, commandId: 'hold-1' },
        { kind: 'resume', callId, commandId: 'resume-1' },
        { kind: 'send_digits', callId, commandId: 'digits-1', digits: '12#' },
        { kind: 'transfer', callId, commandId: 'transfer-1', toAgent: other },
        { kind: 'hang_up', callId, commandId: 'hang_up-1' },
      ];
      const able = commands.filter((command) => plugin.capabilities.includes(command.kind));
      for (const command of able) await connection.send(command);
      const before = host.events().length;
      for (const command of able) await connection.send(command);
      expect(host.events()).toHaveLength(before);
    });

    it('goes on after a restart between any two commands', async () => {
      const callId = await subject.ringIn(host, connection, 'first');
      for (const kind of ['answer', 'hold', 'resume', 'hang_up'] as const) {
        connection = await connect(host);
        await send(kind, callId);
      }
      expect(kinds()).toEqual(['call.offered', 'call.answered', 'call.held', 'call.resumed', 'call.ended']);
    });

    it('ends a rejected call without an answer', async () => {
      const callId = await subject.ringIn(host, connection, 'first');
      await send('reject', callId);
      expect(kinds()).toEqual(['call.offered', 'call.ended']);
      expect(host.recordings.size).toBe(0);
    });

    it('dials under the name it is given', async () => {
      host.addOutbound('our-name');
      await connection.send({ kind: 'dial', callId: 'our-name', commandId: 'dial-1', number: '13805715678', agent });
      await connection.send({ kind: 'hang_up', callId: 'our-name', commandId: 'hang_up-1' });
      expect(host.events().every((event) => event.callId === 'our-name')).toBe(true);
      expect(host.events().at(-1)?.kind).toBe('call.ended');
    });

    it.runIf(plugin.capabilities.includes('recording'))(
      'records a WAV that plays for as long as was spoken',
      async () => {
        const callId = await subject.ringIn(host, connection, 'first');
        await send('answer', callId);
        host.pass(3);
        await send('hang_up', callId);
        await send('hang_up', callId);
        const [recording, ...more] = host.recordings.values();
        expect(more).toEqual([]);
        expect(recording?.input).toMatchObject({ callId, contentType: 'audio/wav', durationSeconds: 3 });
        expect(readWav(recording?.content ?? Buffer.alloc(0)).durationSeconds).toBeCloseTo(3, 1);
      },
    );
  });
}
