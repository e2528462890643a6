import type { Token } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { loadClocks } from '../../sla/clock/clock-store.ts';
import { policyOfTicket } from '../../sla/policy/hold-policy.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import type { FlowState } from '../../flow/flow-state.ts';
import type { TicketRow } from '../ticket-access.ts';
import { dueOf, extensionOpensAt } from './extended-clocks.ts';

/** Whether a handler may ask for more time now. */
export interface ExtensionOffer {
  stepId: string;
  /** When the step is due; null while no promise runs. */
  dueAt: Date | null;
  /** From when on it may be asked; null if it never may. */
  opensAt: Date | null;
  /** Why not now; null if it may be asked. */
  refusal: { code: string; text: LocalizedText } | null;
}

const refusals = {
  no_clock: {
    en: 'No promise of this step runs now, so there is nothing to extend.',
    zh: '该步骤目前没有计时中的承诺，无需延期。',
  },
  never: {
    en: 'Tickets of this type are not extended.',
    zh: '该工单类型不允许延期。',
  },
  too_early: {
    en: 'More time can be asked for once the due time approaches.',
    zh: '临近到期时才能申请延期。',
  },
  not_overdue: {
    en: 'More time can be asked for once the ticket is overdue.',
    zh: '工单逾期后才能申请延期。',
  },
  already_asked: {
    en: 'A request for more time waits for a decision already.',
    zh: '已有延期申请等待审批。',
  },
} as const satisfies Record<string, LocalizedText>;

const refuse = (code: keyof typeof refusals) => ({ code, text: refusals[code] });

/** The step of the caller that more time can be asked for, if there is one. */
export const ownToken = ({ tokens }: FlowState, agentId: string | null): Token | undefined =>
  tokens.find((token) => agentId !== null && token.assigneeId === agentId);

/** What a handler is offered at a step: whether more time may be asked for now, and why not. */
export async function offerExtension(context: Context, ticket: TicketRow, token: Token): Promise<ExtensionOffer> {
  const { definition } = await loadVersion(context, ticket.versionId);
  const policy = policyOfTicket(definition.sla, ticket);
  const clocks = await loadClocks(context, [ticket.id]);
  const from = policy.extensionsFrom ?? 'approaching';
  const dueAt = dueOf(clocks, token.id);
  const opensAt = extensionOpensAt(clocks, token.id, from, (await loadCalendar(context, policy.calendar)).definition);
  const waiting = await context.db
    .selectFrom('extensionRequest')
    .select('id')
    .where('ticketId', '=', ticket.id)
    .where('tokenId', '=', token.id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  const refusal = (): ExtensionOffer['refusal'] => {
    if (from === 'never') return refuse('never');
    if (!dueAt) return refuse('no_clock');
    if (waiting) return refuse('already_asked');
    if (opensAt && opensAt > context.now()) return refuse(from === 'overdue' ? 'not_overdue' : 'too_early');
    return null;
  };
  return { stepId: token.id, dueAt, opensAt, refusal: refusal() };
}
