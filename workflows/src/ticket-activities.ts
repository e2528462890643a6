import type { Context } from '@handoff/core/platform/context';
import { fireTimers } from '@handoff/core/ticket/timer/fire-timers';
import {
  finishAutomaticStep,
  listAutomaticSteps,
  type AutomaticStep,
} from '@handoff/core/ticket/step/run-automatic-step';
import { startSubTicket } from '@handoff/core/ticket/sub-ticket/start-sub-ticket';
import type { OutgoingRules } from '@handoff/core/platform/outgoing/outgoing-guard';
import { callWebhook } from './call-webhook.ts';

export interface TicketActivityDeps {
  /** The system's own context, fresh for each call. */
  systemContext: () => Context;
  outgoing: OutgoingRules;
}

/** What a ticket has to do now, and when to look again. */
export interface Attendance {
  automaticSteps: AutomaticStep[];
  /** ISO 8601; null if nothing is left to wait for. */
  nextAt: string | null;
}

export type TicketActivities = ReturnType<typeof createTicketActivities>;

/** The outside of the ticket workflow: each activity may be repeated and has its effect once. */
export function createTicketActivities({ systemContext, outgoing }: TicketActivityDeps) {
  return {
    /** Fires what is due and says what else there is to do. */
    async attendTicket(ticketId: string): Promise<Attendance> {
      const nextAt = await fireTimers(systemContext(), ticketId);
      const automaticSteps = await listAutomaticSteps(systemContext(), ticketId);
      return { automaticSteps, nextAt: nextAt?.toISOString() ?? null };
    },

    /** Does an automatic step and lets the flow go on. Throws while it may still succeed, so that it is tried again. */
    async runAutomaticStep(step: AutomaticStep): Promise<void> {
      if (step.effect.type === 'call_webhook') {
        await callWebhook(outgoing, {
          url: step.effect.url,
          id: `${step.ticketId}:${step.tokenId}`,
          body: { ticketId: step.ticketId, answers: step.effect.answers },
        });
        await finishAutomaticStep(systemContext(), { ...step, succeeded: true });
        return;
      }
      await startSubTicket(systemContext(), step);
    },

    /** After the last try: the flow goes on by its way out for failures. */
    async giveUpAutomaticStep(step: AutomaticStep): Promise<void> {
      await finishAutomaticStep(systemContext(), { ...step, succeeded: false });
    },
  };
}
