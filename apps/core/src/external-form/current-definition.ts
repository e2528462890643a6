import { remember, type Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { loadVersion, type TicketTypeVersion } from '../ticket-type/load-version.ts';

type CurrentVersion = TicketTypeVersion & { isActive: boolean };

/** The version in force of a ticket type, and whether tickets of it can be made. Throws NotFoundError if there is none. */
export const currentDefinition = (context: Context, typeId: string): Promise<CurrentVersion> =>
  remember(context, `current-definition:${typeId}`, async () => {
    const type = await context.db
      .selectFrom('ticketType')
      .select(['currentVersionId', 'isActive', 'deletedAt'])
      .where('id', '=', typeId)
      .executeTakeFirst();
    if (!type?.currentVersionId) throw new NotFoundError('ticket type');
    const version = await loadVersion(context, type.currentVersionId);
    return { ...version, isActive: type.isActive && type.deletedAt === null };
  });
