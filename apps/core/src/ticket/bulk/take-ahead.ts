import type { Context } from '../../platform/context.ts';
import { writePending } from '../../platform/insert-rows.sql.ts';
import type { TicketAhead } from './read-ahead.ts';

type Once = 'timers' | 'clocks' | 'watcherIds';

/**
 * What was read ahead of a ticket that this transaction changes beside many others, once: whatever is done after it may have
 * changed that. Where there is nothing to take, what waits for the transaction's end is written, so that a query finds it.
 */
export async function takeAhead<Part extends Once>(
  context: Pick<Context, 'db' | 'bulk' | 'pending'>,
  ticketId: string,
  part: Part,
): Promise<TicketAhead[Part] | null> {
  const ahead = context.bulk?.get(ticketId);
  const taken = ahead?.[part];
  if (ahead) ahead[part] = undefined;
  if (context.bulk && !taken) await writePending(context);
  return taken ?? null;
}
