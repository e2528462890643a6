import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow';
import type { CalendarActivities } from './calendar-activities.ts';

const { recalculateClocks, noteMovedClocks } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '60 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Whoever began with the calendar as it was before has finished after this time. */
const settleTime = '5 seconds';
const batchesPerRun = 200;

export interface CalendarWorkflowInput {
  calendarId: string;
  /** Where an earlier run stopped, and what it had moved. */
  resumed?: { after: string; moved: number };
}

/** One workflow a change: its id is made of the change's. */
export const calendarWorkflowId = (changeId: string): string => `calendar/${changeId}`;

/** Reckons every running clock of a changed calendar again, batch by batch, however many there are. */
export async function calendarWorkflow({ calendarId, resumed }: CalendarWorkflowInput): Promise<void> {
  if (!resumed) await sleep(settleTime);
  let after = resumed?.after ?? null;
  let moved = resumed?.moved ?? 0;
  for (let batch = 0; batch < batchesPerRun; batch++) {
    const done = await recalculateClocks({ calendarId, after });
    moved += done.moved;
    after = done.after;
    if (after === null) {
      if (moved > 0) await noteMovedClocks({ calendarId, moved });
      return;
    }
  }
  if (after !== null) await continueAsNew<typeof calendarWorkflow>({ calendarId, resumed: { after, moved } });
}
