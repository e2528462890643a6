import { z } from 'zod';

export const OPERATORS = [
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'gt',
  'gte',
  'lt',
  'lte',
  'before',
  'after',
  'on_or_before',
  'on_or_after',
  'in',
  'not_in',
  'is_empty',
  'is_not_empty',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** What a field's value is to a condition; it decides which operators fit. */
export type ValueKind =
  'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'choice' | 'choices' | 'reference' | 'list';

export type Kinds = Readonly<Record<string, ValueKind>>;
export type Values = Readonly<Record<string, unknown>>;

const scalar = z.union([z.string().max(500), z.number(), z.boolean()]);

export const conditionLeaf = z.strictObject({
  field: z.string().min(1).max(100),
  op: z.enum(OPERATORS),
  value: z.union([scalar, z.array(scalar).max(200)]).optional(),
});

export type ConditionLeaf = z.infer<typeof conditionLeaf>;
export type Condition = ConditionLeaf | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** A tree of conditions as data: `{ all: […] }`, `{ any: […] }`, `{ not: … }` or `{ field, op, value }`. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    conditionLeaf,
    z.strictObject({ all: z.array(condition).min(1).max(50) }),
    z.strictObject({ any: z.array(condition).min(1).max(50) }),
    z.strictObject({ not: condition }),
  ]),
);
