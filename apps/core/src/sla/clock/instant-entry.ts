import type { StoredClock } from './clock-store.ts';
import type { SlaInstant } from './next-instants.ts';
import type { SlaEntry } from './sla-entry.ts';
import { slaReasons } from './sla-reasons.ts';

/** The line that a clock's ledger gets when one of its instants comes. */
export function entryOf(clock: StoredClock, instant: SlaInstant): SlaEntry {
  const base = { clockId: clock.id, clock: clock.kind, at: instant.at };
  if (instant.kind === 'breach') return { ...base, type: 'breached', reason: slaReasons.breach };
  if (instant.kind === 'reminder')
    return { ...base, type: 'approaching', key: instant.key, reason: slaReasons.reminder };
  return { ...base, type: 'escalated', key: instant.key, reason: slaReasons.escalation };
}
