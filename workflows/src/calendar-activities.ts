import { recordAudit } from '@handoff/core/platform/audit';
import type { Context } from '@handoff/core/platform/context';
import { recalculateClocks, type Recalculation } from '@handoff/core/sla/clock/recalculate-clocks';

export type CalendarActivities = ReturnType<typeof createCalendarActivities>;

/** The outside of the calendar workflow: each activity may be repeated and has its effect once. */
export function createCalendarActivities({ systemContext }: { systemContext: () => Context }) {
  return {
    /** Reckons a batch of tickets' clocks again. */
    recalculateClocks: (batch: { calendarId: string; after: string | null }): Promise<Recalculation> =>
      recalculateClocks(systemContext(), batch),

    /** Leaves in the audit log how many clocks a change has moved. */
    noteMovedClocks: ({ calendarId, moved }: { calendarId: string; moved: number }): Promise<void> =>
      recordAudit(systemContext(), {
        action: 'calendar.clocks_moved',
        subjectType: 'calendar',
        subjectId: calendarId,
        changes: { clocks: moved },
      }),
  };
}
