import { callEventSchema, type CallEvent } from '@handoff/plugin-sdk';
import type { Context } from '../platform/context.ts';
import type { CallRow } from './call-access.ts';
import { foldCallEvents, type CallStatus } from './call-state.ts';
import { findAgent } from './find-agent.ts';
import { offerCall } from './queue/offer-call.ts';
import { openOfferedCall } from './open-call.ts';
import { writeCall } from './write-call.ts';

async function loadCallEvents(context: Context, channelId: string, externalId: string): Promise<CallEvent[]> {
  const rows = await context.db
    .selectFrom('inboundEvent')
    .select('payload')
    .where('channelId', '=', channelId)
    .where('subject', '=', externalId)
    .where('kind', '<>', 'call.recorded')
    .execute();
  return rows.map(({ payload }) => {
    const stored = payload as { at: string };
    return callEventSchema.parse({ ...stored, at: new Date(stored.at) });
  });
}

const findCall = (context: Context, channelId: string, externalId: string): Promise<CallRow | undefined> =>
  context.db
    .selectFrom('call')
    .selectAll()
    .where('channelId', '=', channelId)
    .where('externalId', '=', externalId)
    .forUpdate()
    .executeTakeFirst();

/**
 * Brings a call to where all its events so far say that it stands. Events that come before the call is known wait for
 * the one that offers it. Must run in a transaction under the channel's lock.
 */
export async function applyCallEvents(context: Context, channelId: string, externalId: string): Promise<void> {
  const events = await loadCallEvents(context, channelId, externalId);
  const known = await findCall(context, channelId, externalId);
  const offered = events.find((event) => event.kind === 'call.offered');
  if (!known && !offered) return;
  const before = known ?? (offered && (await openOfferedCall(context, channelId, offered)));
  if (!before) return;
  const { agent, status, ...facts } = foldCallEvents(events);
  const agentId = (agent && (await findAgent(context, agent))) ?? before.agentId;
  const nowStatus: CallStatus = status === 'ringing' && !agentId ? 'queued' : status;
  const call = await writeCall(context, before, { ...facts, agentId, status: nowStatus }, { isNew: !known });
  if (call.status === 'queued') await offerCall(context, call);
}
