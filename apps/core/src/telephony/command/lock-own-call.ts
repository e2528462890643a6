import { z } from 'zod';
import type { CallCommand } from '@handoff/plugin-sdk';
import { sendToPlugin } from '../../channel/plugin-command.ts';
import { requireAgent, requirePermission } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { idOf } from '../../platform/id.ts';
import type { CallRow } from '../call-access.ts';
import type { CallStatus } from '../call-state.ts';

export const callInput = z.object({ callId: idOf('Call') });

/**
 * Locks a call that is with the caller and stands where the command makes sense. Must run inside a transaction. Throws
 * NotFoundError for another's call, ConflictError if it has gone on in the meantime.
 */
export async function lockOwnCall(context: Context, callId: string, allowed: readonly CallStatus[]): Promise<CallRow> {
  requirePermission(context.actor, 'call.use');
  const call = await context.db
    .selectFrom('call')
    .selectAll()
    .where('id', '=', callId)
    .where('agentId', '=', requireAgent(context.actor))
    .forUpdate()
    .executeTakeFirst();
  if (!call) throw new NotFoundError('call');
  if (allowed.some((status) => status === call.status)) return call;
  throw new ConflictError(
    'call_moved_on',
    {
      en: 'The call has gone on in the meantime, so this is not possible now.',
      zh: '通话状态已变化，当前无法执行此操作。',
    },
    { status: call.status },
  );
}

type CommandFacts = CallCommand extends infer Command
  ? Command extends CallCommand
    ? Omit<Command, 'callId' | 'commandId'>
    : never
  : never;

/** Sends a command for a call. Its id holds the call's version, so that a second click is the same command. */
export async function command(context: Context, call: CallRow, facts: CommandFacts): Promise<void> {
  await sendToPlugin(context, call.channelId, {
    kind: 'call',
    command: {
      ...facts,
      callId: call.externalId,
      commandId: `${call.id}:${facts.kind}:${call.version}`,
    } as CallCommand,
  });
}
