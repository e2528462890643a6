import type { Reason } from '../../condition/evaluate-condition.ts';
import type { ListedFact } from '../../customer/listed-facts.ts';
import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { optionsOf } from '../../parameter/customer-lists.ts';
import { ParameterOption } from '../../parameter/parameter.graphql.ts';
import type { Context } from '../../platform/context.ts';
import { coverFor } from '../../ticket/answer/shown-answers.ts';
import { Ticket } from '../../ticket/ticket.graphql.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { policyOf, readHeld } from './hold-policy.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import type { SlaPolicy } from './sla-policy.ts';

interface ShownPolicy {
  policy: SlaPolicy;
  reasons: readonly Reason[];
  /** The reasons with contact details covered. */
  because: unknown;
  isChosen: boolean;
}

/** The values of a fact's list that comparisons name. */
async function valuesNamed(context: Context, fact: ListedFact, reasons: readonly Reason[]) {
  const named = reasons
    .filter(({ field }) => field === `customer.${fact}`)
    .flatMap(({ expected, actual }) => [expected, actual].flat());
  return named.length === 0 ? [] : (await optionsOf(context, fact)).filter(({ key }) => named.includes(key));
}

const TicketPolicy = builder.objectRef<ShownPolicy>('TicketPolicy').implement({
  description: 'The policy of its type that holds for a ticket: what is promised, and by which service time.',
  fields: (t) => ({
    key: t.string({ resolve: ({ policy }) => policy.key }),
    name: t.field({ type: LocalizedTextType, resolve: ({ policy }) => policy.name }),
    isChosen: t.exposeBoolean('isChosen', { description: 'Whether the type had several to choose from.' }),
    isFallback: t.boolean({
      description: 'It holds because the condition of no other one does.',
      resolve: ({ policy }) => policy.when === undefined,
    }),
    because: t.field({
      type: 'JSON',
      description: 'The comparisons that decided: field, op, expected, actual, holds. Contact details are covered.',
      resolve: ({ because }) => because,
    }),
    customerTypes: t.field({
      type: [ParameterOption],
      description: 'The types of customers that the comparisons name by their keys.',
      resolve: ({ reasons }, _args, context) => valuesNamed(context, 'type', reasons),
    }),
    customerSources: t.field({
      type: [ParameterOption],
      description: 'The sources of customers that the comparisons name by their keys.',
      resolve: ({ reasons }, _args, context) => valuesNamed(context, 'source', reasons),
    }),
    calendar: t.string({
      description: 'The name of the service time that it counts in.',
      resolve: async ({ policy }, _args, context) => (await loadCalendar(context, policy.calendar)).name,
    }),
  }),
});

builder.objectField(Ticket, 'policy', (t) =>
  t.field({
    type: TicketPolicy,
    nullable: true,
    description: 'Null for drafts, to which nothing is promised yet.',
    resolve: async (ticket, _args, context) => {
      if (ticket.status === 'draft') return null;
      const { sla } = (await loadVersion(context, ticket.versionId)).definition;
      const held = readHeld(ticket.slaPolicy);
      const cover = await coverFor(context, ticket);
      const reasons = held?.because ?? [];
      return { policy: policyOf(sla, held), reasons, because: cover.trace(reasons), isChosen: sla.policies.length > 1 };
    },
  }),
);
