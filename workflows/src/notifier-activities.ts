import { Context as Activity } from '@temporalio/activity';
import { sendDue } from '@handoff/core/notifier/send-due';
import type { Context } from '@handoff/core/platform/context';

interface NotifierActivityDeps {
  /** The system's own context, fresh for each call. */
  systemContext: () => Context;
}

const heartbeatMs = 2_000;

export type NotifierActivities = ReturnType<typeof createNotifierActivities>;

/** The outside of the notifier workflow: may be repeated; each message keeps its id. */
export function createNotifierActivities({ systemContext }: NotifierActivityDeps) {
  return {
    /** Sends for some seconds what is due over a channel; says when to go on (ISO 8601), null if nothing waits. */
    async sendDue(channelId: string): Promise<string | null> {
      const beat = setInterval(() => Activity.current().heartbeat(), heartbeatMs);
      const nextAt = await sendDue(systemContext(), channelId).finally(() => clearInterval(beat));
      return nextAt?.toISOString() ?? null;
    },
  };
}
