import { z } from 'zod';
import type { ProductLine } from '../answers.ts';
import type { FieldOf } from '../field-definition.ts';
import { accepted, refused, type ParsedValue } from './parsed-value.ts';
import { roundTo } from './parse-number.ts';

const line = z.strictObject({
  productId: z.string().min(1).max(60),
  name: z.string().max(200).optional(),
  quantity: z.number().positive().max(1_000_000),
  unitPriceMinor: z.int().min(0).max(1_000_000_000_00),
  discountMinor: z.int().min(0).optional(),
  amountMinor: z.int().optional(),
});

/** Product lines; each amount is quantity × unit price − discount, whatever was sent. */
export function parseLines(field: FieldOf<'product_lines'>, raw: unknown): ParsedValue {
  const maximum = field.maxCount ?? 100;
  const parsed = z.array(line).max(maximum).safeParse(raw);
  if (!parsed.success) {
    return refused(
      'not_product_lines',
      `Enter up to ${maximum} lines, each with a product, a quantity above 0 and a unit price.`,
      `最多 ${maximum} 行,每行须有商品、大于 0 的数量和单价。`,
    );
  }
  const lines = parsed.data.map((sent): ProductLine => ({ ...sent, amountMinor: amountOf(sent) }));
  if (lines.some((one) => one.amountMinor < 0)) {
    return refused('discount_too_big', 'A discount is larger than its line.', '折扣不能超过该行金额。');
  }
  return accepted(lines);
}

function amountOf(sent: z.infer<typeof line>): number {
  return roundTo(sent.quantity * sent.unitPriceMinor, 0) - (sent.discountMinor ?? 0);
}
