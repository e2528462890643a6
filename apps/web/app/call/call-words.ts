const outcomes = [
  'finished',
  'transferred',
  'rejected',
  'missed',
  'answered_elsewhere',
  'customer_hung_up',
  'agent_hung_up',
  'abandoned',
  'no_answer',
  'busy',
  'failed',
] as const;
export type LegOutcome = (typeof outcomes)[number];
export const isLegOutcome = (outcome: string): outcome is LegOutcome => outcomes.some((each) => each === outcome);

const endReasons = [
  'customer_hung_up',
  'agent_hung_up',
  'rejected',
  'abandoned',
  'no_answer',
  'busy',
  'failed',
] as const;
type EndReason = (typeof endReasons)[number];
export const isEndReason = (reason: string): reason is EndReason => endReasons.some((each) => each === reason);

const reports = ['offered', 'answered', 'held', 'resumed', 'muted', 'unmuted', 'transferred', 'ended'] as const;
type Report = (typeof reports)[number];
export const isReport = (kind: string): kind is Report => reports.some((each) => each === kind);

interface CallFacts {
  status: 'QUEUED' | 'RINGING' | 'IN_CALL' | 'HELD' | 'ENDED';
  answeredAt: string | null;
}

/** How a call stands, in the words of its list: an ended one that nobody answered is called that. */
export const statusKeyOf = ({ status, answeredAt }: CallFacts) =>
  status === 'ENDED' && answeredAt === null ? ('MISSED' as const) : status;
