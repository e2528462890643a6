import { dayOf, toWallTime } from '~/format/wall-time.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { conditionsOf } from '~/list/conditions.ts';
import { presenceOf } from '~/list/filter-field.ts';
import { alternativesOf, type Comparison, type Filter } from '~/list/list-url.ts';
import { isDeepEqual } from '~/view/deep-equal.ts';
import {
  designedComparison,
  designedCondition,
  isDesigned,
  isReference,
  type DesignedField,
} from './designed-filter.ts';
import type { ticketListQuery } from './list-operations.ts';

type TicketFilter = NonNullable<VariablesOf<typeof ticketListQuery>['filter']>;

/** What the meaning of a comparison depends on. */
export interface FilterGround {
  designed: readonly DesignedField[];
  timeZone: string;
}

/** The names of fields in the schema where the address has others. */
const schemaNames: Readonly<Record<string, string>> = {
  sla: 'slaState',
  created: 'createdAt',
  updated: 'updatedAt',
  completed: 'completedAt',
};
const addressNames = new Map(Object.entries(schemaNames).map(([address, schema]) => [schema, address]));

const kinds = {
  date: ['due', 'created', 'updated', 'completed'],
  /** Their values are written small in the address. */
  enum: ['status', 'urgency', 'sla'],
  choice: ['type', 'handler', 'creator', 'watcher', 'group', 'department', 'customer', 'tag'],
  step: ['step'],
  found: ['search', 'phone'],
  text: ['number', 'title'],
} as const;

type Kind = keyof typeof kinds;
const kindOf = (field: string): Kind | null =>
  (Object.keys(kinds) as Kind[]).find((kind) => (kinds[kind] as readonly string[]).includes(field)) ?? null;

/** A step as one value of the address: the type's id and the node's. */
export const stepValue = ({ ticketType, node }: { ticketType: string; node: string }): string =>
  `${ticketType}~${node}`;

function readStep(value: string): { ticketType: string; node: string } {
  const [ticketType = '', ...node] = value.split('~');
  return { ticketType, node: node.join('~') };
}

const isStep = (value: unknown): value is { ticketType: string; node: string } =>
  typeof value === 'object' && value !== null && 'ticketType' in value && 'node' in value;

/** The tickets' own fields whose values are ids of people and customers. */
const recordFields: readonly string[] = ['creator', 'watcher', 'customer'];

/** The ids of records in comparisons, whose names the page has to know. */
export const referredIds = (filters: readonly Filter[], designed: readonly DesignedField[]): string[] =>
  filters
    .flatMap(alternativesOf)
    .filter(
      ({ field, operator }) => !presenceOf(operator) && (recordFields.includes(field) || isReference(designed, field)),
    )
    .flatMap(({ values }) => values);

function testOf(kind: Kind, { operator, values }: Comparison, timeZone: string): unknown {
  const [first = ''] = values;
  if (kind === 'found') return first;
  if (operator === 'empty' || operator === 'filled') return { isEmpty: operator === 'empty' };
  switch (kind) {
    case 'enum':
      return { [operator === 'not' ? 'notIn' : 'in']: values.map((value) => value.toUpperCase()) };
    case 'choice':
      return { [operator === 'not' ? 'notIn' : 'in']: values };
    case 'step':
      return { [operator === 'not' ? 'notIn' : 'in']: values.map(readStep) };
    case 'date': {
      const day = dayOf(first, timeZone);
      if (!day) return {};
      const [start, end] = day;
      if (operator === 'lt') return { lt: start };
      return operator === 'gt' ? { gte: end } : { gte: start, lt: end };
    }
    case 'text':
      if (operator === 'not') return { not: first };
      return operator === 'is' ? { eq: first } : { contains: first };
  }
}

function conditionOf(comparison: Comparison, { designed, timeZone }: FilterGround): TicketFilter {
  const { field } = comparison;
  if (isDesigned(field)) return designedCondition(designed, comparison, timeZone);
  const kind = kindOf(field);
  // A field that the page does not know narrows nothing, nor does a day that is none.
  return kind ? { [schemaNames[field] ?? field]: testOf(kind, comparison, timeZone) } : {};
}

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((each) => (isStep(each) ? stepValue(each) : String(each))) : [];

/** What a test of the schema may have been written from. */
function candidatesOf(kind: Kind, test: unknown, timeZone: string): Pick<Comparison, 'operator' | 'values'>[] {
  if (kind === 'found') return [{ operator: 'contains', values: [String(test)] }];
  const { in: any, notIn, not, eq, contains, lt, gte, isEmpty } = test as Record<string, unknown>;
  if (typeof isEmpty === 'boolean') return [{ operator: isEmpty ? 'empty' : 'filled', values: ['1'] }];
  if (any ?? notIn) {
    const values = words(any ?? notIn).map((value) => (kind === 'enum' ? value.toLowerCase() : value));
    return [{ operator: any ? 'any' : 'not', values }];
  }
  if (kind === 'date') {
    const day = (instant: unknown, shift = 0) =>
      toWallTime(new Date(Date.parse(String(instant)) - shift).toISOString(), timeZone).slice(0, 10);
    if (!lt) return [{ operator: 'gt', values: [day(gte, 1)] }];
    return [gte ? { operator: 'is', values: [day(gte)] } : { operator: 'lt', values: [day(lt)] }];
  }
  const operator = not === undefined ? (eq === undefined ? 'contains' : 'is') : 'not';
  return [{ operator, values: [String(not ?? eq ?? contains)] }];
}

/** The comparison that a condition was written from; null if the page has none that says it. */
export function ticketComparisonOf(condition: object, ground: FilterGround): Comparison | null {
  const [name = '', test] = Object.entries<unknown>({ ...condition })[0] ?? [];
  if (name === 'fields') return designedComparison(ground.designed, condition, ground.timeZone);
  const field = addressNames.get(name) ?? name;
  const kind = kindOf(field);
  const isReadable = kind === 'found' ? typeof test === 'string' : typeof test === 'object' && test !== null;
  if (!kind || !isReadable) return null;
  const candidates = candidatesOf(kind, test, ground.timeZone).map((each) => ({ field, ...each }));
  // Only a comparison that says exactly this may stand for it.
  return candidates.find((each) => isDeepEqual(conditionOf(each, ground), condition)) ?? null;
}

/** Conditions as the schema takes them. All must hold. */
export function ticketFilterOf(
  filters: readonly Filter[],
  rest: readonly object[],
  query: string,
  ground: FilterGround,
): TicketFilter | null {
  const chips = conditionsOf(filters, (comparison) => conditionOf(comparison, ground));
  const conditions: TicketFilter[] = [...rest, ...chips];
  if (query) conditions.push({ search: query });
  return conditions.length > 0 ? { and: conditions } : null;
}
