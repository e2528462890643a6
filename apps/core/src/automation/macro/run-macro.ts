import type { z } from 'zod';
import { toGlobalId } from '../../graphql/global-id.ts';
import { requireAgent, type Actor } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, DomainError, NotFoundError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { inSavepoint, inTransaction } from '../../platform/transaction.ts';
import { lockTicket } from '../../ticket/lock-ticket.ts';
import type { Action } from '../action/action.ts';
import { performAction, type ActionResult } from '../action/perform-action.ts';
import { macroDefinition, runMacroInput } from './macro-input.ts';
import { loadVisibleMacros, type MacroRow } from './write-macro.ts';

type Asked = z.input<typeof runMacroInput>;

/** What one action did, or would do. `refused` and all after it are not done. */
export interface MacroLine {
  kind: Action['kind'];
  outcome: 'done' | 'skipped' | 'refused' | 'not_reached';
  count: number | null;
  fault: { code: string; message: LocalizedText } | null;
}

/** Thrown through what has begun, so that all of it is taken back. */
class Refused extends Error {
  constructor(
    readonly index: number,
    readonly refusal: DomainError,
  ) {
    super(refusal.code);
  }
}

/** What somebody is typing is theirs, not the macro's. */
function withoutSession({ sessionId: _sessionId, ...actor }: Actor): Actor {
  return actor;
}

async function macroFor(context: Context, macroId: string, ticketId: string): Promise<MacroRow> {
  const [macro] = await loadVisibleMacros(context, [macroId]);
  if (!macro?.isActive) throw new NotFoundError('macro');
  const { ticket } = await lockTicket(context, ticketId);
  const { typeId } = macroDefinition.parse(macro.definition);
  if (typeId === null || typeId === toGlobalId('TicketType', ticket.typeId)) return macro;
  throw new ConflictError('other_type', {
    en: `The macro “${macro.name}” is for tickets of another type.`,
    zh: `宏“${macro.name}”不适用于该类型的工单。`,
  });
}

async function actAll(context: Context, macro: MacroRow, ticketId: string): Promise<ActionResult[]> {
  const cause = { kind: 'macro', id: macro.id, name: macro.name, depth: 0 } as const;
  const acting: Context = { ...context, cause, actor: withoutSession(context.actor) };
  const runId = newId();
  const results: ActionResult[] = [];
  for (const [index, action] of macroDefinition.parse(macro.definition).actions.entries()) {
    try {
      results.push(await performAction(acting, action, { ticketId, key: `macro:${runId}:${index}` }));
    } catch (error) {
      throw error instanceof DomainError ? new Refused(index, error) : error;
    }
  }
  return results;
}

const refusedAt = ({ index, refusal }: Refused): ConflictError =>
  new ConflictError(
    'macro_refused',
    {
      en: `Nothing was done. Action ${index + 1} was refused: ${refusal.text.en}`,
      zh: `未执行任何动作。第 ${index + 1} 个动作被拒绝：${refusal.text.zh}`,
    },
    { action: index + 1, code: refusal.code },
  );

/**
 * Does all that a macro says to one ticket, as the caller: what may be done, and what follows, is what it would be by
 * hand. Where one action is refused nothing is done. Throws NotFoundError, ConflictError.
 */
export async function runMacro(context: Context, input: Asked): Promise<string> {
  const { macroId, ticketId } = parseInput(runMacroInput, input);
  requireAgent(context.actor);
  try {
    return await inTransaction(context, async (context) => {
      const macro = await macroFor(context, macroId, ticketId);
      await actAll(context, macro, ticketId);
      return ticketId;
    });
  } catch (error) {
    throw error instanceof Refused ? refusedAt(error) : error;
  }
}

/** Says what a macro would do to a ticket, action by action, by doing it and taking all of it back. */
export async function previewMacro(context: Context, input: Asked): Promise<MacroLine[]> {
  const { macroId, ticketId } = parseInput(runMacroInput, input);
  requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const macro = await macroFor(context, macroId, ticketId);
    const { actions } = macroDefinition.parse(macro.definition);
    try {
      const results = await inSavepoint(context, (inner) => actAll(inner, macro, ticketId), { isTrial: true });
      return actions.map(({ kind }, index) => ({
        kind,
        outcome: results[index]?.outcome === 'skipped' ? 'skipped' : 'done',
        count: results[index]?.count ?? null,
        fault: null,
      }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, text } = error.refusal;
      return actions.map(({ kind }, index) => ({
        kind,
        outcome: index < error.index ? 'done' : index === error.index ? 'refused' : 'not_reached',
        count: null,
        fault: index === error.index ? { code, message: text } : null,
      }));
    }
  });
}
