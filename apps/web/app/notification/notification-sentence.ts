import type { TFunction } from 'i18next';
import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import { localize } from '@handoff/core/platform/text/localize';

const kinds = [
  'ticket.assigned',
  'ticket.offered',
  'ticket.returned',
  'ticket.time_limit',
  'ticket.copied',
  'ticket.message',
  'ticket.mentioned',
  'ticket.merged',
  'ticket.watched_comment',
  'ticket.watched_progress',
  'ticket.checklist_assigned',
  'ticket.extension_requested',
  'ticket.extension_approved',
  'ticket.extension_rejected',
  'ticket.sla_reminded',
  'ticket.sla_breached',
  'ticket.sla_escalated',
] as const;

/** What happened to a ticket that somebody watches. */
const happenings = [
  'accepted',
  'submitted',
  'approved',
  'rejected',
  'rolled_back',
  'reassigned',
  'suspended',
  'resumed',
  'cancelled',
  'completed',
  'urgency_changed',
  'merged_into',
  'merge_undone',
] as const;

type Params = Record<string, unknown>;

const isKnown = (kind: string): kind is (typeof kinds)[number] => kinds.some((each) => each === kind);
const isText = (value: unknown): value is LocalizedText =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;

/** What a notification says, in the reader's language. */
export function notificationSentence(
  t: TFunction<'notification'>,
  locale: string,
  { kind, params }: { kind: string; params: unknown },
): string {
  const facts = (typeof params === 'object' && params !== null ? params : {}) as Params;
  const say = (value: unknown) => (isText(value) ? localize(value, locale) : typeof value === 'string' ? value : '');
  const words = {
    node: say(facts.node),
    message: say(facts.message),
    name: say(facts.name),
    into: say(facts.into),
    body: say(facts.body),
    clock: typeof facts.clock === 'string' ? t(`clock.${facts.clock as 'first_response' | 'step' | 'completion'}`) : '',
  };
  if (kind === 'job.exported') return words.message;
  if (kind === 'job.finished') {
    const isExport = typeof facts.operation === 'string' && facts.operation.startsWith('export_');
    if (facts.status === 'failed') return t(isExport ? 'kind.export_failed' : 'kind.job_failed');
    return t(isExport ? 'kind.export_finished' : 'kind.job_finished');
  }
  if (kind.startsWith('job.')) {
    const isGiven = kind === 'job.ticket.assigned' || kind === 'job.ticket.offered';
    return t(isGiven ? 'kind.many_given' : 'kind.many_changed', { count: Number(facts.count ?? 0) });
  }
  if (!isKnown(kind)) return t('kind.other');
  if (kind === 'ticket.watched_progress') {
    const happened = happenings.find((each) => each === facts.event);
    const isBySystem = words.name === '' && happened !== 'completed';
    return t('kind.watched_progress', { did: t(`did.${happened && !isBySystem ? happened : 'other'}`, words) });
  }
  return t(`kind.${kind.slice('ticket.'.length) as 'assigned'}`, words);
}
