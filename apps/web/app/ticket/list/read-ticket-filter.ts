import { dayOf, toWallTime } from '~/format/wall-time.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { isDeepEqual } from '~/view/deep-equal.ts';
import type { Filter, Sort } from '~/list/list-url.ts';
import type { ticketListQuery } from './list-operations.ts';

type Variables = VariablesOf<typeof ticketListQuery>;
type TicketFilter = NonNullable<Variables['filter']>;

const dateFields = { due: 'due', created: 'createdAt' } as const;
const choiceFields = ['type', 'status', 'urgency', 'sla', 'handler', 'group', 'customer', 'tag'] as const;
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
  if (field === 'phone' || field === 'search') return { [field]: first };
  const isNot = operator === 'not';
  return { title: isNot ? { not: first } : operator === 'is' ? { eq: first } : { contains: first } };
}

const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The chip that a condition was written from; null if the page has none that says it. */
export function ticketChipOf(condition: object, timeZone: string): Filter | null {
  const [entry] = Object.entries<unknown>({ ...condition });
  const [name, test] = entry ?? ['', null];
  const field = name === 'slaState' ? 'sla' : name === 'createdAt' ? 'created' : name;
  let chip: Filter | null = null;
  if (name === 'phone' || name === 'search') chip = { field, operator: 'is', values: [String(test)] };
  else if (typeof test === 'object' && test !== null) {
    const { in: any, notIn, not, eq, contains, lt, gte } = test as Record<string, unknown>;
    const day = (instant: unknown) => toWallTime(String(instant), timeZone).slice(0, 10);
    if (isChoice(field) && (any ?? notIn)) {
      const isEnum = field === 'status' || field === 'urgency' || field === 'sla';
      const values = words(any ?? notIn).map((value) => (isEnum ? value.toLowerCase() : value));
      chip = { field, operator: any ? 'any' : 'not', values };
    } else if (isDate(field) && (lt ?? gte)) {
      const dayBefore = (instant: unknown) => day(new Date(Date.parse(String(instant)) - 1).toISOString());
      chip = lt
        ? { field, operator: gte ? 'is' : 'lt', values: [gte ? day(gte) : day(lt)] }
        : { field, operator: 'gt', values: [dayBefore(gte)] };
    } else if (field === 'title') {
      const operator = not === undefined ? (eq === undefined ? 'contains' : 'is') : 'not';
      chip = { field, operator, values: [String(not ?? eq ?? contains)] };
    }
  }
  // Only a chip that says exactly this may stand for it.
  return chip && isDeepEqual(conditionOf(chip, timeZone), condition) ? chip : null;
}

/** Conditions as the schema takes them. All must hold. */
export function ticketFilterOf(filters: readonly Filter[], rest: readonly object[], query: string, timeZone: string) {
  const conditions: TicketFilter[] = [...rest, ...filters.map((filter) => conditionOf(filter, timeZone))];
  if (query) conditions.push({ search: query });
  return conditions.length > 0 ? { and: conditions } : null;
}

/** Each sortable column, and whether its order in the schema begins with the largest. */
const orders = {
  due: { orderBy: 'DUE_AT', isDescending: false },
  urgency: { orderBy: 'URGENCY', isDescending: true },
  updated: { orderBy: 'UPDATED_AT', isDescending: true },
} as const;

export type TicketOrdering = Pick<Variables, 'orderBy' | 'isReversed'>;

/** The order that the address asks for, else the view's own. */
export function readTicketOrder(sort: Sort | null, ofView: TicketOrdering): TicketOrdering {
  if (!sort || !(sort.column in orders)) return ofView;
  const { orderBy, isDescending } = orders[sort.column as keyof typeof orders];
  return { orderBy, isReversed: sort.isDescending !== isDescending };
}
