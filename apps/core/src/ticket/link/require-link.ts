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
      const { key, name } = version.definition;
      throw new NotPermittedError(`ticket_type.${key}.link`, {
        en: `You may not link tickets of the type “${name.en}”. An administrator can allow it under the type’s permissions.`,
        zh: `您无权关联“${name.zh}”类型的工单，可由管理员在该类型的权限中授予。`,
      });
    }
  }
}
