import { createRecordingHost } from '@handoff/plugin-sdk/testing/recording-host';
import { readWav } from '@handoff/plugin-sdk/testing/read-wav';
import { describeTelephonyPlugin } from '@handoff/plugin-sdk/testing/telephony-contract';
import { formSchema, secretKeys } from '@handoff/plugin-sdk';
import { describe, expect, it } from 'vitest';
import { telephonySimulator } from './index.ts';
import { makeWav } from './make-wav.ts';

const settings = { companyNumbers: ['0571 8800 1234'] };
const { ringIn, pickUp, hangUpByCustomer, abandon, answerByCustomer } = telephonySimulator.actions;

describeTelephonyPlugin({
  plugin: telephonySimulator,
  settings,
  badSettings: [
    { settings: { companyNumbers: [] }, field: 'companyNumbers' },
    { settings: { companyNumbers: ['call us'] }, field: 'companyNumbers' },
    { settings: { ...settings, maxRecordingSeconds: 0 }, field: 'maxRecordingSeconds' },
    { settings: { ...settings, apiSecret: 'short' }, field: 'apiSecret' },
  ],
  async ringIn(host, _connection, rings) {
    await ringIn!.run(host, settings, { customerNumber: '138 0571 5678', agent: 'li.na' }, rings);
    return rings;
  },
});

describe('the simulator', () => {
  it('says which numbers, keys and waiting a call came with', async () => {
    const host = createRecordingHost();
    const input = { customerNumber: '138 0571 5678', group: 'hotline', keysPressed: '2', waitedSeconds: 18 };
    await ringIn!.run(host, settings, input, 'run');
    expect(host.events()).toMatchObject([{ ...input, companyNumber: '0571 8800 1234', direction: 'inbound' }]);
  });

  it('refuses a call to nobody', () => {
    expect(ringIn!.input.safeParse({ customerNumber: '13805715678' }).error?.issues[0]?.path).toEqual(['agent']);
  });

  it('lets the customer answer, hang up and give up', async () => {
    const host = createRecordingHost();
    const calm = { ...settings, doCustomersAnswer: false };
    const connection = await telephonySimulator.connect!(host, calm);
    const agent = { id: 'agent', loginName: 'li.na', workNumber: null };
    await connection.send({ kind: 'dial', callId: 'out', commandId: 'dial', number: '13805715678', agent });
    await answerByCustomer!.run(host, calm, { callId: 'out' }, 'a');
    await hangUpByCustomer!.run(host, calm, { callId: 'out' }, 'b');
    await ringIn!.run(host, calm, { customerNumber: '13805715678', agent: 'li.na' }, 'in');
    await abandon!.run(host, calm, { callId: 'in' }, 'c');
    expect(host.events().map((event) => [event.callId, event.kind])).toEqual([
      ['out', 'call.offered'],
      ['out', 'call.answered'],
      ['out', 'call.ended'],
      ['in', 'call.offered'],
      ['in', 'call.ended'],
    ]);
  });

  it('lets another agent pick a ringing call up', async () => {
    const host = createRecordingHost();
    await ringIn!.run(host, settings, { customerNumber: '13805715678', agent: 'li.na' }, 'in');
    await pickUp!.run(host, settings, { callId: 'in', agent: 'chen.yu' }, 'a');
    expect(host.events().at(-1)).toMatchObject({ kind: 'call.answered', callId: 'in', agent: 'chen.yu' });
  });

  it('says that it knows no such call', async () => {
    const run = abandon!.run(createRecordingHost(), settings, { callId: 'nobody' }, 'run');
    await expect(run).rejects.toMatchObject({ code: 'unknown_call', isRetryable: false });
  });

  it('records no longer than it may, and nothing when recording is off', async () => {
    const host = createRecordingHost();
    for (const [callId, own] of [
      ['short', { ...settings, maxRecordingSeconds: 2 }],
      ['none', { ...settings, isRecording: false }],
    ] as const) {
      await ringIn!.run(host, own, { customerNumber: '13805715678', agent: 'li.na' }, callId);
      const connection = await telephonySimulator.connect!(host, own);
      await connection.send({ kind: 'answer', callId, commandId: `${callId}:answer` });
      host.pass(30);
      await connection.send({ kind: 'hang_up', callId, commandId: `${callId}:hang_up` });
    }
    expect([...host.recordings.values()].map(({ input }) => [input.callId, input.durationSeconds])).toEqual([
      ['short', 2],
    ]);
  });

  it('makes sound, not silence', () => {
    const wav = makeWav(2);
    expect(readWav(wav)).toEqual({ channels: 1, sampleRate: 8000, bitsPerSample: 16, durationSeconds: 2 });
    expect(wav.subarray(44).some((byte) => byte !== 0)).toBe(true);
  });

  it('describes its settings for a form and names its secret', () => {
    expect(secretKeys(telephonySimulator.config)).toEqual(['apiSecret']);
    expect(formSchema(telephonySimulator.config)).toMatchObject({
      required: ['companyNumbers'],
      properties: { apiSecret: { secret: true, title: { zh: 'API 密钥' } } },
    });
  });
});
