import type { Answers } from '../form/answers.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { TimerPurpose } from './flow-event.ts';
import type { FlowStatus } from './flow-state.ts';

interface AtStep {
  tokenId: string;
  nodeId: string;
}

export type StepOutcome =
  'submitted' | 'approved' | 'rejected' | 'rolled_back' | 'timed_out' | 'finished' | 'failed' | 'withdrawn';

export type NotifyPurpose = 'assigned' | 'offered' | 'returned' | 'copied' | 'message' | 'time_limit';

/** What has to be done outside because of an event. */
export type EffectBody =
  | (AtStep & { type: 'step_started' })
  | (AtStep & { type: 'step_finished'; outcome: StepOutcome; agentId: string | null })
  | (AtStep & { type: 'assign'; agentId: string })
  | (AtStep & { type: 'offer'; group: string | null; agentIds: string[] })
  /** Nobody can act at this step, not even by the fallback group: an admin has to be told. */
  | (AtStep & { type: 'unassigned'; group: string })
  | (AtStep & { type: 'notify'; purpose: NotifyPurpose; agentIds: string[]; message: LocalizedText | null })
  | (AtStep & {
      type: 'start_timer';
      timerId: string;
      purpose: TimerPurpose;
      seconds: number;
      clock: 'service' | 'elapsed';
    })
  /** `until` is an instant, or a day (YYYY-MM-DD) that begins in the company's zone. */
  | (AtStep & { type: 'start_timer_until'; timerId: string; purpose: TimerPurpose; until: string })
  | (AtStep & { type: 'stop_timer'; timerId: string })
  | (AtStep & { type: 'pause_timer'; timerId: string })
  | (AtStep & { type: 'resume_timer'; timerId: string })
  | (AtStep & { type: 'call_webhook'; url: string; answers: Answers })
  | (AtStep & { type: 'create_sub_ticket'; ticketType: string; answers: Answers; waitForEnd: boolean })
  | { type: 'first_response'; tokenId: string; nodeId: string; agentId: string | null }
  | { type: 'set_status'; from: FlowStatus; to: FlowStatus }
  | { type: 'ticket_reopened' }
  | { type: 'ticket_finished'; outcome: 'completed' | 'cancelled'; nodeId: string | null };

/** `id` is the revision of the event that caused it and its place in it: the same event gives the same ids. */
export type FlowEffect = EffectBody & { id: string };

export type EffectType = FlowEffect['type'];
export type EffectOf<T extends EffectType> = Extract<FlowEffect, { type: T }>;
