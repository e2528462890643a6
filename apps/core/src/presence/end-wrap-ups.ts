import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { changePresence, lockPresence, voice } from './change-presence.ts';
import { atRest, effectivePresence } from './presence-state.ts';

/** Writes down which agents' time for wrapping up has passed, so that the log and the screens know. Returns how many. */
export async function endWrapUps(context: Context): Promise<number> {
  const over = await context.db
    .selectFrom('agentPresence')
    .select('agentId')
    .where('channel', '=', voice)
    .where('state', '=', 'wrap_up')
    .where('until', '<=', context.now())
    .limit(200)
    .execute();
  for (const { agentId } of over) {
    await inTransaction(context, async (context) => {
      const stored = await lockPresence(context, agentId);
      const { state } = effectivePresence(stored, context.now());
      if (state !== stored.state) await changePresence(context, stored, atRest(stored.reasonId), 'system');
    });
  }
  return over.length;
}
