import type { CallCommand } from '@handoff/plugin-sdk';
import type { CommandFault } from '../channel/command-fault.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { inTransaction } from '../platform/transaction.ts';
import { applyCallEvents } from './apply-call-events.ts';
import { writeCall } from './write-call.ts';

/**
 * Tells the agent that the telephone system did not carry a command out, and takes back what was shown ahead of its
 * answer. An outgoing call that could not be dialled ends.
 */
export async function tellCommandFailed(
  context: Context,
  channelId: string,
  command: CallCommand,
  fault: CommandFault,
): Promise<void> {
  await inTransaction(context, async (context) => {
    const call = await context.db
      .selectFrom('call')
      .selectAll()
      .where('channelId', '=', channelId)
      .where('externalId', '=', command.callId)
      .forUpdate()
      .executeTakeFirst();
    if (!call) return;
    await recordEvent(context, {
      kind: 'call.command_failed',
      subjectType: 'call',
      subjectId: call.id,
      agentId: call.agentId,
      payload: { failure: { ...fault, command: command.kind } },
    });
    if (command.kind === 'dial') {
      await writeCall(context, call, { status: 'ended', endedAt: context.now(), endReason: 'failed' });
    } else {
      await applyCallEvents(context, channelId, command.callId);
    }
  });
}
