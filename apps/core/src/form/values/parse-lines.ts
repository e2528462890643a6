import type { ProductLine } from '../answers.ts';
import type { FieldOf } from '../field-definition.ts';
import { accepted, refused, type ParsedValue } from './parsed-value.ts';
import { roundTo } from './parse-number.ts';

type SentLine = Omit<ProductLine, 'amountMinor'> & { amountMinor?: number };

const MOST_MINOR = 1_000_000_000_00;

const isMinor = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

/** What each part of a line must be. Written out, so that the browser checks lines without a schema library. */
const parts: Record<keyof ProductLine, (value: unknown) => boolean> = {
  productId: (value) => isText(value, 60) && value !== '',
  name: (value) => value === undefined || isText(value, 200),
  quantity: (value) => typeof value === 'number' && value > 0 && value <= 1_000_000,
  unitPriceMinor: (value) => isMinor(value) && value <= MOST_MINOR,
  discountMinor: (value) => value === undefined || isMinor(value),
  amountMinor: (value) => value === undefined || Number.isSafeInteger(value),
};

function isLine(raw: unknown): raw is SentLine {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false;
  const sent = raw as Record<string, unknown>;
  return (
    Object.keys(sent).every((key) => Object.hasOwn(parts, key)) &&
    Object.entries(parts).every(([key, isRight]) => isRight(sent[key]))
  );
}

/** Product lines; each amount is quantity × unit price − discount, whatever was sent. */
export function parseLines(field: FieldOf<'product_lines'>, raw: unknown): ParsedValue {
  const maximum = field.maxCount ?? 100;
  if (!Array.isArray(raw) || raw.length > maximum || !raw.every(isLine)) {
    return refused(
      'not_product_lines',
      `Enter up to ${maximum} lines, each with a product, a quantity above 0 and a unit price.`,
      `最多 ${maximum} 行,每行须有商品、大于 0 的数量和单价。`,
    );
  }
  const lines = raw.map((sent): ProductLine => ({ ...sent, amountMinor: amountOf(sent) }));
  if (lines.some((one) => one.amountMinor < 0)) {
    return refused('discount_too_big', 'A discount is larger than its line.', '折扣不能超过该行金额。');
  }
  return accepted(lines);
}

function amountOf(sent: SentLine): number {
  return roundTo(sent.quantity * sent.unitPriceMinor, 0) - (sent.discountMinor ?? 0);
}
