import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chipOf } from '~/list/conditions.ts';
import { orEmpty, presenceOf } from '~/list/filter-field.ts';
import type { Comparison, Filter } from '~/list/list-url.ts';
import { designedId, type DesignedField } from './designed-filter.ts';
import { stepValue, ticketComparisonOf, ticketFilterOf } from './ticket-conditions.ts';

const field = (key: string, kind: string, currency: string | null = null, type = 'text'): DesignedField => ({
  key,
  type,
  kind,
  currency,
  label: { text: key },
  options: [],
});
const designed = [
  field('brand', 'choice'),
  field('floor', 'number'),
  field('cost', 'number', 'CNY'),
  field('visit_day', 'date'),
  field('promised', 'datetime'),
  field('note', 'text'),
  field('inspector', 'reference', null, 'member'),
  field('photos', 'list', null, 'image'),
];
const ground = { designed, timeZone: 'Asia/Shanghai' };

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const word = fc.stringMatching(/^[a-z]{1,8}$/);
const valuesOf = {
  choice: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  reference: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  step: fc.uniqueArray(
    fc.tuple(word, word).map(([ticketType, node]) => stepValue({ ticketType, node })),
    { minLength: 1, maxLength: 3 },
  ),
  text: word.map((value) => [value]),
  date: day.map((value) => [value]),
  number: fc.integer({ min: -1000, max: 1000 }).map((value) => [String(value)]),
} as const;

const comparison = (id: string, kind: keyof typeof valuesOf, mayBeEmpty = true): fc.Arbitrary<Comparison> =>
  fc
    .constantFrom(
      ...orEmpty(kind === 'step' ? 'choice' : kind).filter((operator) => mayBeEmpty || !presenceOf(operator)),
    )
    .chain((operator) =>
      (presenceOf(operator) ? fc.constant<string[]>(['1']) : valuesOf[kind]).map((values) => ({
        field: id,
        operator,
        values,
      })),
    );

const anyComparison = fc.oneof(
  comparison('status', 'choice', false),
  comparison('handler', 'choice'),
  comparison('creator', 'reference', false),
  comparison('watcher', 'reference'),
  comparison('tag', 'choice'),
  comparison('step', 'step', false),
  comparison(designedId('inspector'), 'reference'),
  comparison('due', 'date'),
  comparison('created', 'date', false),
  comparison('title', 'text', false),
  comparison(designedId('brand'), 'choice'),
  comparison(designedId('floor'), 'number'),
  comparison(designedId('cost'), 'number'),
  comparison(designedId('visit_day'), 'date'),
  comparison(designedId('promised'), 'date'),
  comparison(designedId('note'), 'text'),
  fc.constantFrom('empty' as const, 'filled' as const).map((operator) => ({
    field: designedId('photos'),
    operator,
    values: ['1'],
  })),
);
const chips = fc.array(
  fc.oneof(
    anyComparison,
    fc
      .tuple(anyComparison, fc.array(anyComparison, { minLength: 1, maxLength: 2 }))
      .map(([first, or]): Filter => ({ ...first, or })),
  ),
  { minLength: 1, maxLength: 4 },
);

it('reads from a saved filter the chips that it was written from', () => {
  fc.assert(
    fc.property(chips, (filters) => {
      const written = ticketFilterOf(filters, [], '', ground);
      const read = (written?.and ?? []).map((each) => chipOf(each, (one) => ticketComparisonOf(one, ground)));
      expect(read).toEqual(filters);
    }),
  );
});

it('writes amounts in minor units, and days without a time as UTC days', () => {
  const conditionOf = (id: string, operator: Comparison['operator'], value: string) =>
    ticketFilterOf([{ field: designedId(id), operator, values: [value] }], [], '', ground)?.and?.[0]?.fields?.[0];
  expect(conditionOf('cost', 'gt', '12.5')).toEqual({ key: 'cost', gt: 1250 });
  expect(conditionOf('visit_day', 'is', '2026-03-01')).toEqual({
    key: 'visit_day',
    after: '2026-03-01T00:00:00.000Z',
    before: '2026-03-02T00:00:00.000Z',
  });
  expect(conditionOf('promised', 'lt', '2026-03-01')).toEqual({ key: 'promised', before: '2026-02-28T16:00:00.000Z' });
});

it('narrows nothing by a day or a number that is none', () => {
  const wrong = [
    { field: 'due', operator: 'is' as const, values: ['soon'] },
    { field: designedId('visit_day'), operator: 'lt' as const, values: ['soon'] },
    { field: designedId('floor'), operator: 'gt' as const, values: ['high'] },
  ];
  expect(ticketFilterOf(wrong, [], '', ground)).toEqual({
    and: [{ due: {} }, { fields: [{ key: 'visit_day' }] }, { fields: [{ key: 'floor' }] }],
  });
});

it('leaves to the API what no chip says, and finds nothing by a field that no form has', () => {
  expect(ticketComparisonOf({ isActive: { eq: true } }, ground)).toBeNull();
  expect(ticketComparisonOf({ due: { lt: '2026-03-01T05:00:00.000Z' } }, ground)).toBeNull();
  const gone = [{ field: designedId('gone'), operator: 'any' as const, values: ['x'] }];
  expect(ticketFilterOf(gone, [], '', ground)).toEqual({ and: [{ fields: [{ key: 'gone', in: [] }] }] });
});
