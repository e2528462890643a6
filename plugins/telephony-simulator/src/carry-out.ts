import type { CallCommand } from '@handoff/plugin-sdk';
import type { SimulatorHost } from './config.ts';
import { endCall } from './end-call.ts';

async function dial(host: SimulatorHost, command: Extract<CallCommand, { kind: 'dial' }>): Promise<void> {
  const { callId, number, agent } = command;
  await host.report({
    kind: 'call.offered',
    eventId: `${callId}:offered`,
    callId,
    at: host.now(),
    direction: 'outbound',
    customerNumber: number,
    companyNumber: command.companyNumber ?? host.config.companyNumbers[0],
    agent: agent.id,
  });
  if (!host.config.doCustomersAnswer) return;
  const isRecorded = host.config.isRecording;
  await host.report({ kind: 'call.answered', eventId: `${callId}:answered`, callId, at: host.now(), isRecorded });
}

/** Turns a command into the events that a telephone system would report. Event ids follow from the command's, so a repeat adds none. */
export async function carryOut(host: SimulatorHost, command: CallCommand): Promise<void> {
  const { callId, commandId } = command;
  const event = { eventId: commandId, callId, at: host.now() };
  switch (command.kind) {
    case 'dial':
      return dial(host, command);
    case 'answer':
      return host.report({
        ...event,
        kind: 'call.answered',
        agent: command.agent?.id,
        isRecorded: host.config.isRecording,
      });
    case 'hold':
      return host.report({ ...event, kind: 'call.held' });
    case 'resume':
      return host.report({ ...event, kind: 'call.resumed' });
    case 'mute':
      return host.report({ ...event, kind: 'call.muted' });
    case 'unmute':
      return host.report({ ...event, kind: 'call.unmuted' });
    case 'transfer':
      return host.report({ ...event, kind: 'call.transferred', toAgent: command.toAgent.id });
    case 'reject':
      return endCall(host, callId, 'rejected');
    case 'hang_up':
      return endCall(host, callId, 'agent_hung_up');
    case 'offer':
    case 'send_digits':
      // The agent's browser is the telephone here, and nobody listens to the digits.
      return;
  }
}
