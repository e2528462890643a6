import type { LocalizedText } from '../../platform/text/localized-text.ts';
import type { ClockKind } from '../policy/sla-policy.ts';

/** Why an entry was made: a code for programs, words for people. */
export interface SlaReason {
  code: string;
  text: LocalizedText;
}

interface EntryBase {
  clockId: string;
  clock: ClockKind;
  at: Date;
  reason: SlaReason;
}

/** One line in the ledger of a clock. Lines are only added; a clock is the sum of its lines. */
export type SlaEntry =
  | (EntryBase & { type: 'started'; targetSeconds: number; dueAt: Date })
  | (EntryBase & { type: 'paused'; remainingSeconds: number })
  | (EntryBase & { type: 'resumed'; dueAt: Date })
  /**
   * The target is another one. `dueAt` is null while the clock is paused. `reopened` are the reminders and rungs that are
   * to come again, because more time was granted.
   */
  | (EntryBase & {
      type: 'moved';
      targetSeconds: number;
      remainingSeconds: number;
      dueAt: Date | null;
      reopened?: string[];
    })
  /** `reopened` takes back that it was cancelled: the promise stands as if it had never been. */
  | (EntryBase & { type: 'met' | 'cancelled' | 'reopened' | 'breached' })
  /** `key` names the reminder or the rung of the ladder, with its repetition. */
  | (EntryBase & { type: 'approaching' | 'escalated'; key: string });

export type SlaEntryType = SlaEntry['type'];
