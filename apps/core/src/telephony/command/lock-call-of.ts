import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { CallRow } from '../call-access.ts';

/** Locks a call in which this agent has or had a part. Throws NotFoundError. */
export async function lockCallOf(context: Context, callId: string, agentId: string): Promise<CallRow> {
  const call = await context.db
    .selectFrom('call')
    .selectAll()
    .where('id', '=', callId)
    .where((eb) =>
      eb.or([
        eb('agentId', '=', agentId),
        eb.exists(
          eb
            .selectFrom('callLeg')
            .select('callLeg.id')
            .whereRef('callLeg.callId', '=', 'call.id')
            .where('callLeg.agentId', '=', agentId),
        ),
      ]),
    )
    .forUpdate()
    .executeTakeFirst();
  if (!call) throw new NotFoundError('call');
  return call;
}
