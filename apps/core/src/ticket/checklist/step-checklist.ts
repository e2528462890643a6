import type { FlowEffect } from '../../flow/flow-effect.ts';
import { isPeopleNode, nodeOf } from '../../flow/flow-graph.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertSoon } from '../../platform/insert-rows.sql.ts';
import type { TicketTypeDefinition } from '../../ticket-type/ticket-type-definition.ts';
import type { LockedTicket } from '../lock-ticket.ts';
import { wordsOf } from './lock-checklist.ts';

/** Puts what a step brings along onto the ticket's list; when a step begins anew, its items are to be done anew. */
export async function startChecklists(
  context: Context,
  ticketId: string,
  { flow }: TicketTypeDefinition,
  effects: readonly FlowEffect[],
): Promise<void> {
  const createdAt = context.now();
  const rows = effects.flatMap((effect) => {
    if (effect.type !== 'step_started') return [];
    const node = nodeOf(flow, effect.nodeId);
    if (!isPeopleNode(node)) return [];
    return (node.checklist ?? []).map(({ key, text, isRequired }, place) => ({
      ...{ id: newId(), ticketId, templateKey: `${node.id}:${key}`, tokenId: effect.tokenId },
      labels: JSON.stringify(text),
      position: place + 1,
      isRequired,
      doneAt: null,
      doneById: null,
      createdAt,
    }));
  });
  await insertSoon(context, 'checklistItem', rows, ['tokenId', 'labels', 'isRequired', 'doneAt', 'doneById']);
}

/** Throws ConflictError while something is open that has to be ticked off before this step is finished. */
export async function requireChecklist(context: Context, { ticket, version, state }: LockedTicket, tokenId: string) {
  const token = state.tokens.find(({ id }) => id === tokenId);
  const node = token && nodeOf(version.definition.flow, token.nodeId);
  if (!isPeopleNode(node) || !node.checklist?.some(({ isRequired }) => isRequired)) return;
  const open = await context.db
    .selectFrom('checklistItem')
    .select('labels')
    .where('ticketId', '=', ticket.id)
    .where('tokenId', '=', tokenId)
    .where('isRequired', '=', true)
    .where('doneAt', 'is', null)
    .orderBy('position')
    .execute();
  if (open.length === 0) return;
  throw new ConflictError(
    'checklist_open',
    {
      en: `Tick off first: ${open.map((item) => wordsOf(item, 'en')).join('; ')}. Your entries are kept.`,
      zh: `请先完成检查项：${open.map((item) => wordsOf(item, 'zh')).join('；')}。您填写的内容已保留。`,
    },
    { version: ticket.version, open: open.length },
  );
}
