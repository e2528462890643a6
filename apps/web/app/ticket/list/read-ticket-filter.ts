import { dayOf } from '~/format/wall-time.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import type { Filter, ListState, Sort } from '~/list/list-url.ts';
import type { ticketListQuery } from './list-operations.ts';

type Variables = VariablesOf<typeof ticketListQuery>;
type TicketFilter = NonNullable<Variables['filter']>;

const dateFields = { due: 'due', created: 'createdAt' } as const;
const choiceFields = ['type', 'status', 'urgency', 'sla', 'handler', 'group', 'customer'] as const;
type ChoiceField = (typeof choiceFields)[number];

const isChoice = (field: string): field is ChoiceField => choiceFields.some((each) => each === field);
const isDate = (field: string): field is keyof typeof dateFields => field in dateFields;

/** The choice's name in the schema; enum values are written small in the address. */
function choiceFilter(field: ChoiceField, values: string[], isExcluded: boolean): TicketFilter {
  const operator = isExcluded ? 'notIn' : 'in';
  const isEnum = field === 'status' || field === 'urgency' || field === 'sla';
  const named = isEnum ? values.map((value) => value.toUpperCase()) : values;
  return { [field === 'sla' ? 'slaState' : field]: { [operator]: named } };
}

function conditionOf({ field, operator, values }: Filter, timeZone: string): TicketFilter {
  const [first = ''] = values;
  if (isChoice(field)) return choiceFilter(field, values, operator === 'not');
  if (isDate(field)) {
    const [start, end] = dayOf(first, timeZone);
    const range = operator === 'lt' ? { lt: start } : operator === 'gt' ? { gte: end } : { gte: start, lt: end };
    return { [dateFields[field]]: range };
  }
  if (field === 'phone') return { phone: first };
  const isNot = operator === 'not';
  return { title: isNot ? { not: first } : operator === 'is' ? { eq: first } : { contains: first } };
}

/** What the address asks for, as the schema takes it. All conditions must hold. */
export function readTicketFilter(state: ListState, timeZone: string): TicketFilter | null {
  const conditions = (state.filters ?? []).map((filter) => conditionOf(filter, timeZone));
  if (state.query) conditions.push({ search: state.query });
  return conditions.length > 0 ? { and: conditions } : null;
}

/** Each sortable column, and whether its order in the schema begins with the largest. */
const orders = {
  due: { orderBy: 'DUE_AT', isDescending: false },
  urgency: { orderBy: 'URGENCY', isDescending: true },
  updated: { orderBy: 'UPDATED_AT', isDescending: true },
} as const;

/** The order that the address asks for, else the view's own: what is due first, or what changed last. */
export function readTicketOrder(sort: Sort | null, isByDueTime: boolean): Pick<Variables, 'orderBy' | 'isReversed'> {
  if (!sort || !(sort.column in orders)) return { orderBy: isByDueTime ? 'DUE_AT' : 'UPDATED_AT', isReversed: false };
  const { orderBy, isDescending } = orders[sort.column as keyof typeof orders];
  return { orderBy, isReversed: sort.isDescending !== isDescending };
}
