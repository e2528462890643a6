import type { Context } from '../../platform/context.ts';
import { NotPermittedError } from '../../platform/errors.ts';
import { mayLink } from '../../ticket-type/may-create.ts';
import type { LockedTicket } from '../lock-ticket.ts';

/**
 * Lets those pass whom the types of all these tickets name for linking: a link stands on both pages. Throws
 * NotPermittedError that names the type.
 */
export async function requireMayLink(context: Context, tickets: readonly LockedTicket[]): Promise<void> {
  for (const { version } of tickets) {
    if (!(await mayLink(context, version.definition))) {
      throw new NotPermittedError(`${version.definition.key}: link tickets`);
    }
  }
}
