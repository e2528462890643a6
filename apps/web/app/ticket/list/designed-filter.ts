import { dayOf, toWallTime } from '~/format/wall-time.ts';
import type { ResultOf, VariablesOf } from '~/graphql/graphql.ts';
import { findAgents, findCustomers, findDepartments } from '~/form/find-choices.ts';
import { orEmpty, type FilterField, type FilterOption } from '~/list/filter-field.ts';
import type { Comparison, FilterOperator } from '~/list/list-url.ts';
import { isDeepEqual } from '~/view/deep-equal.ts';
import type { ticketFilterFieldsQuery, ticketListQuery } from './list-operations.ts';

export type DesignedField = ResultOf<typeof ticketFilterFieldsQuery>['ticketFilterFields'][number];
type TicketFilter = NonNullable<VariablesOf<typeof ticketListQuery>['filter']>;
type FieldFilter = NonNullable<TicketFilter['fields']>[number];

/** Designed fields stand in the address under a mark of their own, so that no key can be taken for a ticket's property. */
const mark = 'x-';
export const isDesigned = (id: string): boolean => id.startsWith(mark);
export const designedId = (key: string): string => `${mark}${key}`;

/** Where the records are found that such fields refer to. */
const finders: Readonly<Record<string, FilterField['find']>> = {
  member: findAgents,
  department: findDepartments,
  customer: findCustomers,
};

/** How a designed field is asked for. */
function kindOf({ kind, type }: DesignedField): FilterField['kind'] {
  switch (kind) {
    case 'text':
    case 'number':
    case 'date':
      return kind;
    case 'datetime':
      return 'date';
    case 'choice':
    case 'choices':
      return 'choice';
    case 'reference':
      return finders[type] ? 'reference' : 'presence';
    default:
      return 'presence';
  }
}

/** Whether a list can show the field's values; the ids of who or what it refers to would say nothing. */
export const isShowable = (field: DesignedField): boolean => !['presence', 'reference'].includes(kindOf(field));

/** Whether a comparison's values are ids of records. */
export const isReference = (fields: readonly DesignedField[], id: string): boolean =>
  fields.some((field) => designedId(field.key) === id && kindOf(field) === 'reference');

/** The designed fields as fields of the list's filter; `names` are those of the records that are asked for. */
export const designedFilters = (
  fields: readonly DesignedField[],
  group: string,
  names: readonly FilterOption[],
): FilterField[] =>
  fields.map((field) => {
    const kind = kindOf(field);
    return {
      id: designedId(field.key),
      label: field.label.text,
      kind,
      group,
      ...(kind === 'reference'
        ? { find: finders[field.type], options: names }
        : { options: field.options.map(({ value, label }) => ({ value, label: label.text })) }),
      ...(kind !== 'presence' && { operators: orEmpty(kind) }),
    };
  });

const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const scaleOf = ({ currency }: DesignedField): number => (currency ? 10 ** minorDigits(currency) : 1);

/** The first moments of a day and of the next one. Dates without a time of day stand as UTC days. */
const daysOf = ({ kind }: DesignedField, day: string, timeZone: string) =>
  dayOf(day, kind === 'date' ? 'UTC' : timeZone);

const numberTests: Partial<Record<FilterOperator, (value: number) => Partial<FieldFilter>>> = {
  lt: (value) => ({ lt: value }),
  gt: (value) => ({ gt: value }),
  is: (value) => ({ gte: value, lte: value }),
};

/** A value that is no number or no day narrows nothing. */
function testOf(field: DesignedField, { operator, values }: Comparison, timeZone: string): Partial<FieldFilter> {
  const [first = ''] = values;
  if (operator === 'empty' || operator === 'filled') return { isEmpty: operator === 'empty' };
  switch (kindOf(field)) {
    case 'choice':
    case 'reference':
      return operator === 'not' ? { notIn: values } : { in: values };
    case 'number': {
      const value = Number(first) * scaleOf(field);
      return Number.isFinite(value) ? (numberTests[operator]?.(value) ?? {}) : {};
    }
    case 'date': {
      const day = daysOf(field, first, timeZone);
      if (!day) return {};
      const [start, end] = day;
      if (operator === 'lt') return { before: start };
      return operator === 'gt' ? { after: end } : { after: start, before: end };
    }
    case 'text':
      if (operator === 'not') return { notIn: [first] };
      return operator === 'is' ? { eq: first } : { contains: first };
    case 'presence':
      return {};
  }
}

/** The API's condition for a comparison of a designed field; one that finds nothing where no form has the field. */
export function designedCondition(
  fields: readonly DesignedField[],
  comparison: Comparison,
  timeZone: string,
): { fields: FieldFilter[] } {
  const key = comparison.field.slice(mark.length);
  const field = fields.find((each) => each.key === key);
  return { fields: [{ key, ...(field ? testOf(field, comparison, timeZone) : { in: [] }) }] };
}

/** What a condition may have been written from. */
function candidatesOf(field: DesignedField, test: FieldFilter, timeZone: string): [FilterOperator, string[]][] {
  const number = test.lt ?? test.gt ?? test.gte;
  if (typeof number === 'number') {
    const typed = String(number / scaleOf(field));
    return [
      ['lt', [typed]],
      ['gt', [typed]],
      ['is', [typed]],
    ];
  }
  const zone = field.kind === 'date' ? 'UTC' : timeZone;
  const dayAt = (instant: unknown, shift = 0) =>
    toWallTime(new Date(Date.parse(String(instant)) - shift).toISOString(), zone).slice(0, 10);
  if (test.before) {
    return [
      ['lt', [dayAt(test.before)]],
      ['is', [dayAt(test.before, 1)]],
    ];
  }
  if (test.after) return [['gt', [dayAt(test.after, 1)]]];
  if (test.in) return [['any', test.in]];
  if (test.notIn) return [['not', test.notIn]];
  if (typeof test.isEmpty === 'boolean') return [[test.isEmpty ? 'empty' : 'filled', ['1']]];
  return [typeof test.eq === 'string' ? ['is', [test.eq]] : ['contains', [test.contains ?? '']]];
}

/** The comparison that such a condition was written from; null if the page has none that says it. */
export function designedComparison(
  fields: readonly DesignedField[],
  condition: object,
  timeZone: string,
): Comparison | null {
  const tests = (condition as TicketFilter).fields;
  const test = Array.isArray(tests) ? tests[0] : undefined;
  const field = fields.find(({ key }) => key === test?.key);
  if (!test || !field) return null;
  const written = candidatesOf(field, test, timeZone).map(([operator, values]) => ({
    field: designedId(field.key),
    operator,
    values,
  }));
  const isSame = (each: Comparison) => isDeepEqual(designedCondition(fields, each, timeZone), condition);
  return written.find(isSame) ?? null;
}
