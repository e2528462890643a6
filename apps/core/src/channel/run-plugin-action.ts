import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { runPluginActionInput } from './channel-input.ts';
import { checkForm } from './check-form.ts';
import { lockChannel } from './lock-channel.ts';
import { sendToPlugin } from './plugin-command.ts';
import { pluginOf } from './plugin-registry.ts';

/**
 * Has a plugin run one of its actions. Returns the run's id. Throws ValidationError for a bad input, ConflictError if
 * the channel is switched off.
 */
export async function runPluginAction(context: Context, input: z.input<typeof runPluginActionInput>): Promise<string> {
  requirePermission(context.actor, 'channel.manage');
  const { channelId, action: key, input: entries } = parseInput(runPluginActionInput, input);
  return inTransaction(context, async (context) => {
    const channel = await lockChannel(context, channelId);
    const action = pluginOf(context, channel.pluginId).actions[key];
    if (!action) throw new NotFoundError('action');
    const checked = checkForm('input', action.input, entries);
    if (!channel.isActive) {
      throw new ConflictError('channel_off', {
        en: 'This channel is switched off. Switch it on first.',
        zh: '该渠道未启用，请先启用。',
      });
    }
    const runId = newId();
    await sendToPlugin(context, channelId, { kind: 'action', action: key, input: checked, runId });
    await recordAudit(context, {
      action: 'channel.run_action',
      subjectType: 'channel',
      subjectId: channelId,
      changes: { action: key, runId },
    });
    return runId;
  });
}
