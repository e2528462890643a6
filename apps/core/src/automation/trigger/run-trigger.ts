import type { Kinds } from '../../condition/condition.ts';
import type { Reason } from '../../condition/evaluate-condition.ts';
import { systemActor } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { enqueue } from '../../platform/outbox.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { inSavepoint, isLockConflict } from '../../platform/transaction.ts';
import { isDatabaseAway } from '@handoff/prisma';
import { channelsNamed } from '../../notifier/channels-named.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import type { Action } from '../action/action.ts';
import { findRecipients } from '../action/find-recipients.ts';
import { needsTicket, performAction, type ActionResult } from '../action/perform-action.ts';
import { evaluateTrigger } from './evaluate-trigger.ts';
import { triggerKinds, triggerValues, type Happening } from './happening.ts';
import type { LoadedTrigger } from './load-triggers.ts';

/** `stopped`: too many triggers had set each other off. */
export type RunOutcome = 'done' | 'failed' | 'not_met' | 'stopped';

/** What one action of a run came to. */
export interface ActionLine extends Omit<ActionResult, 'outcome'> {
  kind: Action['kind'];
  outcome: 'done' | 'skipped' | 'waiting' | 'failed';
  fault?: { code: string; message: LocalizedText };
}

/** What a run wrote down. */
export interface Run {
  id: string;
  outcome: RunOutcome;
}

const unexpected = {
  code: 'unexpected',
  message: { en: 'Something went wrong here.', zh: '执行时出现意外。' },
};

/** A refusal belongs to the action; what may pass has the whole tried again. */
function faultOf(error: unknown): ActionLine['fault'] {
  if (error instanceof DomainError) return { code: error.code, message: error.text };
  if (isLockConflict(error) || isDatabaseAway(error)) throw error;
  return unexpected;
}

/** Tells people of an export, or calls out: what can be done where there is no ticket. */
async function actWithoutTicket(context: Context, action: Action, happening: Happening, key: string) {
  if (action.kind === 'call_webhook') {
    const { exported, actorId } = happening;
    const body = { id: key, at: context.now().toISOString(), export: exported, by: actorId };
    await enqueue(context, { kind: 'webhook', key, payload: { url: action.url, body } });
    return { outcome: 'waiting' } as const;
  }
  if (action.kind !== 'notify') return { outcome: 'skipped' } as const;
  const agentIds = await findRecipients(context, action.to, null);
  const channelIds = channelsNamed(action.channelIds);
  if (agentIds.length === 0) return { outcome: 'skipped' } as const;
  await enqueue(context, {
    kind: 'notification',
    key,
    payload: {
      causeId: key,
      kind: 'job.exported',
      agentIds,
      subjectType: 'job',
      subjectId: happening.causeId,
      isActionable: true,
      params: { message: { en: action.message, zh: action.message } },
      ...(channelIds && { channelIds }),
    },
  });
  return { outcome: 'done', count: agentIds.length } as const;
}

async function act(
  context: Context,
  trigger: LoadedTrigger,
  happening: Happening,
  ticket: TicketRow | null,
  runId: string,
) {
  const cause = {
    kind: 'trigger',
    id: trigger.id,
    name: trigger.name,
    depth: happening.depth + 1,
    rootId: happening.rootId,
  } as const;
  const acting: Context = { ...context, actor: systemActor, cause };
  const lines: ActionLine[] = [];
  for (const [index, action] of trigger.definition.actions.entries()) {
    const key = `${runId}:${index}`;
    try {
      const result = await inSavepoint(acting, (inner) =>
        ticket
          ? performAction(inner, action, { ticketId: ticket.id, key })
          : needsTicket(action)
            ? Promise.resolve<ActionResult>({ outcome: 'skipped' })
            : actWithoutTicket(inner, action, happening, key),
      );
      lines.push({ kind: action.kind, ...result });
    } catch (error) {
      lines.push({ kind: action.kind, outcome: 'failed', fault: faultOf(error) });
    }
  }
  return lines;
}

async function tagsOf(context: Context, ticketId: string): Promise<string[]> {
  const rows = await context.db.selectFrom('recordTag').select('tagId').where('ownerId', '=', ticketId).execute();
  return rows.map(({ tagId }) => tagId);
}

/** How many runs the same beginning has led to. */
async function countRuns(context: Context, rootId: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('triggerRun')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('rootId', '=', rootId)
    .where('outcome', 'in', ['done', 'failed'])
    .executeTakeFirstOrThrow();
  return count;
}

async function kindsFor(context: Context, ticket: TicketRow | null): Promise<Kinds> {
  return triggerKinds(ticket ? (await loadVersion(context, ticket.versionId)).definition.form : undefined);
}

/**
 * Lets one trigger answer to what happened: what it does and what is written down of it are committed together, once per
 * happening and trigger, however often it is tried. Must run inside a transaction that holds the ticket's lock. Returns
 * null where the happening is none of its business, or was answered before.
 */
export async function runTrigger(
  context: Context,
  trigger: LoadedTrigger,
  happening: Happening,
  ticket: TicketRow | null,
): Promise<Run | null> {
  const tagIds = ticket ? await tagsOf(context, ticket.id) : [];
  const values = triggerValues(happening, ticket, tagIds);
  const kinds = await kindsFor(context, ticket);
  const runsBefore = happening.depth > 0 ? await countRuns(context, happening.rootId) : 0;
  const verdict = evaluateTrigger(trigger.definition, happening, values, kinds, runsBefore);
  if (verdict.kind === 'not_asked') return null;
  const before = await context.db
    .selectFrom('triggerRun')
    .select('id')
    .where('causeId', '=', happening.causeId)
    .where('triggerId', '=', trigger.id)
    .forUpdate()
    .executeTakeFirst();
  if (before) return null;
  const id = newId();
  const lines = verdict.kind === 'run' ? await act(context, trigger, happening, ticket, id) : [];
  const hasFailed = lines.some(({ outcome }) => outcome === 'failed');
  const outcome: RunOutcome = verdict.kind === 'run' ? (hasFailed ? 'failed' : 'done') : verdict.kind;
  await insertRows(context, 'triggerRun', [
    {
      id,
      triggerId: trigger.id,
      triggerVersion: trigger.version,
      causeId: happening.causeId,
      event: trigger.event,
      ticketId: ticket?.id ?? null,
      outcome,
      depth: happening.depth,
      rootId: happening.rootId,
      reason: JSON.stringify(shortened(verdict.because)),
      result: JSON.stringify(lines),
      at: context.now(),
    },
  ]);
  return { id, outcome };
}

const longestValue = 500;

/** Long texts in a run log help nobody. */
const shortened = (reasons: readonly Reason[]): Reason[] =>
  reasons.map((reason) =>
    typeof reason.actual === 'string' && reason.actual.length > longestValue
      ? { ...reason, actual: `${reason.actual.slice(0, longestValue)}…` }
      : reason,
  );
