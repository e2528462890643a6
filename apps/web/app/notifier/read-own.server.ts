import { personSettings } from '@handoff/core/notifier/person/person-settings';
import { executeOperation } from '~/graphql/execute.server.ts';
import { ownNotificationsQuery } from './notifier-operations.ts';

/** What the company has set and what the person has chosen, as far as it can be read. */
export async function readOwnNotifications(request: Request) {
  const { viewer, notificationRules, notifierChannels } = await executeOperation(request, ownNotificationsQuery);
  const stored = (viewer?.preferences as Record<string, unknown> | undefined)?.notifications;
  const settings = personSettings.safeParse(stored ?? {});
  return {
    rules: notificationRules,
    channels: notifierChannels.filter(({ isActive }) => isActive),
    settings: settings.success ? settings.data : personSettings.parse({}),
  };
}
