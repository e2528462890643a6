import { z } from 'zod';
import { stableKey } from '../platform/text/stable-key.ts';

export type Expression =
  | { constant: number }
  | { field: string }
  | { linesTotal: string }
  | { linesQuantity: string }
  | { sum: Expression[] }
  | { product: Expression[] }
  | { difference: [Expression, Expression] }
  | { quotient: [Expression, Expression] };

/**
 * Arithmetic as data. `linesTotal` is the amount of a product-lines field in minor units, `linesQuantity` its pieces;
 * an amount field counts in minor units.
 */
export const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ constant: z.number() }),
    z.strictObject({ field: stableKey }),
    z.strictObject({ linesTotal: stableKey }),
    z.strictObject({ linesQuantity: stableKey }),
    z.strictObject({ sum: z.array(expression).min(1).max(50) }),
    z.strictObject({ product: z.array(expression).min(1).max(50) }),
    z.strictObject({ difference: z.tuple([expression, expression]) }),
    z.strictObject({ quotient: z.tuple([expression, expression]) }),
  ]),
);
