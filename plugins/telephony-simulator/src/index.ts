import { definePlugin } from '@handoff/plugin-sdk';
import { actions } from './actions.ts';
import { carryOut } from './carry-out.ts';
import { config } from './config.ts';

/** A telephone system without telephones, for demonstrations and tests. It keeps no state, so a restart loses nothing. */
export const telephonySimulator = definePlugin({
  id: 'telephony-simulator',
  kind: 'telephony',
  name: { en: 'Telephony simulator', zh: '电话模拟器' },
  capabilities: [
    'dial',
    'offer',
    'answer',
    'reject',
    'hang_up',
    'hold',
    'resume',
    'mute',
    'unmute',
    'transfer',
    'send_digits',
    'recording',
  ],
  config,
  actions,
  async connect(host) {
    await host.reportStatus('connected');
    return { send: (command) => carryOut(host, command), close: () => Promise.resolve() };
  },
});
