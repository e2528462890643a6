import {
  condition,
  continueAsNew,
  patched,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { TicketActivities } from './ticket-activities.ts';
import { wakeAtQuery, wakeSignal, type TicketWorkflowInput } from './ticket-messages.ts';

// Takes milliseconds; what a killed worker had begun is done by another after these seconds.
const attending = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
} as const;
const { attendTicket } = proxyActivities<TicketActivities>(attending);
/** Within the workflow's own task, which spares the server half of its writes for each look. */
const { attendTicket: attendAtOnce } = proxyLocalActivities<TicketActivities>(attending);
const { runAutomaticStep } = proxyActivities<TicketActivities>({
  startToCloseTimeout: '60 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute', maximumAttempts: 6 },
});
const { giveUpAutomaticStep } = proxyActivities<TicketActivities>({ startToCloseTimeout: '30 seconds' });

const turnsPerRun = 100;
const mostRemembered = 200;

/**
 * Owns a ticket's time: fires its clocks, waits and limits when they are due, and does its automatic steps. What is due
 * stands in the database; the workflow only knows when to look. Ends when there is nothing left to wait for, and
 * continues as new after a hundred turns.
 */
export async function ticketWorkflow({ ticketId, seenEventIds = [] }: TicketWorkflowInput): Promise<void> {
  const seen = new Set(seenEventIds);
  let isWoken = false;
  let wakeAt: string | null = null;
  // Runs from before end as they began.
  const attend = patched('attend-at-once') ? attendAtOnce : attendTicket;
  setHandler(wakeAtQuery, () => wakeAt);
  setHandler(wakeSignal, ({ eventId }) => {
    if (seen.has(eventId)) return;
    seen.add(eventId);
    isWoken = true;
  });

  for (let turn = 0; turn < turnsPerRun; turn++) {
    isWoken = false;
    wakeAt = null;
    const { automaticSteps, nextAt } = await attend(ticketId);
    for (const step of automaticSteps) {
      await runAutomaticStep(step).catch(() => giveUpAutomaticStep(step));
    }
    if (isWoken || automaticSteps.length > 0) continue;
    if (nextAt === null) return;
    wakeAt = nextAt;
    await condition(() => isWoken, Math.max(1, Date.parse(nextAt) - Date.now()));
  }
  await continueAsNew<typeof ticketWorkflow>({ ticketId, seenEventIds: [...seen].slice(-mostRemembered) });
}
