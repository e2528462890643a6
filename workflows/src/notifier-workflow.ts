import { condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { NotifierActivities } from './notifier-activities.ts';
import { lookSignal } from './notifier-messages.ts';

// A turn takes seconds; what a killed worker had begun is taken up by another when its heartbeat is missed.
const { sendDue } = proxyActivities<NotifierActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

const turnsPerRun = 200;
/** Not sooner than that again, so that many notifications at once are one look (ms). */
const restMs = 100;

/**
 * Sends a channel's notifications: the only one that does, so that the channel's order and pace are kept. What waits and
 * until when stands in the database; the workflow only knows when to look, and ends when there is nothing to wait for.
 */
export async function notifierWorkflow(channelId: string): Promise<void> {
  let isCalled = true;
  setHandler(lookSignal, () => {
    isCalled = true;
  });
  for (let turn = 0; turn < turnsPerRun; turn++) {
    isCalled = false;
    const nextAt = await sendDue(channelId);
    if (isCalled) continue;
    if (nextAt === null) return;
    await condition(() => isCalled, Math.max(restMs, Date.parse(nextAt) - Date.now()));
  }
  await continueAsNew<typeof notifierWorkflow>(channelId);
}
