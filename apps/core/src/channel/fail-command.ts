import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { inTransaction } from '../platform/transaction.ts';
import { tellCommandFailed } from '../telephony/tell-command-failed.ts';
import { channelOff, channelUnreachable, type CommandFault } from './command-fault.ts';
import { pluginCommandSchema, type PluginCommand } from './plugin-command.ts';

/** How long a command waits for its channel to be switched on again, as when somebody saves its settings (ms). */
const offPatienceMs = 10_000;
/** How long a command may wait for a connection; a call dialled or answered later than that would surprise people (ms). */
const unreachablePatienceMs = 60_000;

/** Tells whoever gave a command that it was not carried out: the call's agent, or administrators at the channel. */
export async function failCommand(
  context: Context,
  channelId: string,
  command: PluginCommand,
  fault: CommandFault,
): Promise<void> {
  if (command.kind === 'call') return tellCommandFailed(context, channelId, command.command, fault);
  await inTransaction(context, (context) =>
    recordEvent(context, {
      kind: 'channel.command_failed',
      subjectType: 'channel',
      subjectId: channelId,
      payload: { ...fault, action: command.action, runId: command.runId },
    }),
  );
}

/**
 * Ends the waiting of commands that nobody can carry out: those of channels that are switched off or gone, and those
 * whose channel has not been connected for too long. Each fails once, with its reason told. Returns how many.
 */
export async function failStrandedCommands(context: Context): Promise<number> {
  const before = (patienceMs: number) => new Date(context.now().getTime() - patienceMs);
  const stranded = () =>
    context.db
      .selectFrom('outbox')
      .leftJoin('channel', 'channel.id', 'outbox.key')
      .where('outbox.kind', '=', 'plugin_command')
      .where('outbox.isPending', '=', true)
      // What a dispatcher has in hand is not available.
      .where('outbox.availableAt', '<=', context.now())
      .where((eb) =>
        eb.or([
          eb.and([
            eb.or([eb('channel.id', 'is', null), eb('channel.isActive', '=', false)]),
            eb('outbox.createdAt', '<=', before(offPatienceMs)),
          ]),
          eb('outbox.createdAt', '<=', before(unreachablePatienceMs)),
        ]),
      );
  const rows = await stranded().select('outbox.id').orderBy('outbox.id').limit(100).execute();
  let failed = 0;
  for (const { id } of rows) {
    await inTransaction(context, async (context) => {
      const row = await context.db
        .selectFrom('outbox')
        .select(['key', 'payload'])
        .where('id', '=', id)
        .where('isPending', '=', true)
        .where('availableAt', '<=', context.now())
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!row) return;
      const channel = await context.db
        .selectFrom('channel')
        .select('isActive')
        .where('id', '=', row.key)
        .executeTakeFirst();
      const fault = channel?.isActive ? channelUnreachable : channelOff;
      await context.db
        .updateTable('outbox')
        .set({ isPending: false, dispatchedAt: context.now(), lastError: fault.code })
        .where('id', '=', id)
        .execute();
      await failCommand(context, row.key, pluginCommandSchema.parse(row.payload), fault);
      failed += 1;
    });
  }
  return failed;
}
