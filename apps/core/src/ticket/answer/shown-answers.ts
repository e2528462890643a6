import { sql, type RawBuilder } from 'kysely';
import { customersRevealed, mayReveal } from '../../customer/customer-access.ts';
import { Customer } from '../../customer/customer.graphql.ts';
import type { Answers } from '../../form/answers.ts';
import { maskAnswer, maskAnswers, sensitiveFields } from '../../form/sensitive-field.ts';
import { reachOf } from '../../identity/reach.ts';
import type { Context } from '../../platform/context.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import type { FieldChange } from '../append-event.ts';
import type { TicketRow } from '../ticket-access.ts';

/**
 * The one place where answers leave the ticket. Whoever may not see a customer's contact details in full gets the
 * sensitive ones covered: in the answers, in what events changed, and in what decided a branch.
 */

/** Of which tickets the caller sees contact details in full, as a condition on table `ticket`. */
export async function ticketsRevealed(context: Context): Promise<RawBuilder<boolean>> {
  if ((await reachOf(context, 'customer.reveal')) === 'all') return sql`TRUE`;
  return sql`ticket.customer_id IN (SELECT customer.id FROM customer WHERE ${await customersRevealed(context)})`;
}

/** Whether the caller sees this ticket's contact details in full: by its customer's owner; a draft's are its author's own. */
export async function mayRevealTicket(
  context: Context,
  ticket: Pick<TicketRow, 'status' | 'creatorId' | 'customerId'>,
): Promise<boolean> {
  if (ticket.status === 'draft' && ticket.creatorId === context.actor.agentId) return true;
  if ((await reachOf(context, 'customer.reveal')) === 'all') return true;
  // Through the loader, so that a list asks once for all of its customers.
  const customer = ticket.customerId && (await Customer.getDataloader(context).load(ticket.customerId));
  return customer && !(customer instanceof Error) ? mayReveal(context, customer) : false;
}

/** A ticket's answers as the caller may see them. */
export async function shownAnswers(context: Context, ticket: TicketRow): Promise<Answers> {
  const answers = ticket.answers as Answers;
  if (await mayRevealTicket(context, ticket)) return answers;
  const { definition } = await loadVersion(context, ticket.versionId);
  return maskAnswers(definition.form, answers);
}

interface Cover {
  changes: (changes: FieldChange[]) => FieldChange[];
  trace: (trace: unknown) => unknown;
}

interface Comparison {
  field: string;
  expected: unknown;
  actual: unknown;
}

const isComparison = (value: unknown): value is Comparison =>
  typeof value === 'object' && value !== null && 'field' in value && 'actual' in value;

/** How the events of this ticket are shown to the caller. */
export async function coverFor(context: Context, ticket: TicketRow): Promise<Cover> {
  if (await mayRevealTicket(context, ticket)) return { changes: (changes) => changes, trace: (trace) => trace };
  const { definition } = await loadVersion(context, ticket.versionId);
  const fields = sensitiveFields(definition.form);
  const covered = (key: string, value: unknown): unknown => {
    const field = fields.get(key);
    if (!field) return value;
    return Array.isArray(value) ? value.map((one) => maskAnswer(field, one)) : maskAnswer(field, value);
  };
  const coverTrace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(coverTrace);
    if (isComparison(value)) {
      const { field } = value;
      return { ...value, expected: covered(field, value.expected), actual: covered(field, value.actual) };
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, coverTrace(inner)]));
  };
  return {
    changes: (changes) =>
      changes.map((change) => {
        const key = change.field.replace(/^answers\./, '');
        return { ...change, from: covered(key, change.from), to: covered(key, change.to) };
      }),
    trace: coverTrace,
  };
}
