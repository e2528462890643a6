import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FieldOf } from '../field-definition.ts';
import { parseLines } from './parse-lines.ts';
import { parseDate, parseDateTime } from './parse-time.ts';

const label = { en: 'One', zh: '一' };
const day: FieldOf<'date'> = { type: 'date', key: 'day', label };
const lines: FieldOf<'product_lines'> = { type: 'product_lines', key: 'lines', label, maxCount: 2 };
const line = { productId: 'p', quantity: 2, unitPriceMinor: 150 };

describe('values that the browser checks without zod are those that zod would take', () => {
  it('days', () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
    const written = fc
      .tuple(
        digits(4),
        fc.constantFrom('00', '01', '02', '06', '12', '13'),
        fc.constantFrom('00', '28', '29', '30', '31'),
      )
      .map((parts) => parts.join('-'));
    fc.assert(
      fc.property(fc.oneof(written, fc.string()), (text) => {
        fc.pre(text !== '');
        expect(parseDate(day, text).ok).toBe(z.iso.date().safeParse(text).success);
      }),
    );
  });

  it('instants', () => {
    for (const text of ['2026-05-01T09:00:00+08:00', '2026-05-01T09:00Z', '2028-02-29T23:59:59.123-11:30']) {
      expect(parseDateTime(text)).toEqual({ ok: true, value: new Date(text).toISOString() });
    }
    for (const text of [
      '2026-05-01T09:00:00',
      '2026-02-29T09:00Z',
      '2026-05-01 09:00Z',
      '2026-05-01T24:00Z',
      7,
      null,
    ]) {
      expect(parseDateTime(text).ok, String(text)).toBe(false);
    }
  });

  it('product lines', () => {
    expect(parseLines(lines, [line, { ...line, discountMinor: 1, amountMinor: 9 }])).toEqual({
      ok: true,
      value: [
        { ...line, amountMinor: 300 },
        { ...line, discountMinor: 1, amountMinor: 299 },
      ],
    });
    const wrong = [
      { ...line, quantity: 0 },
      { ...line, quantity: Number.NaN },
      { ...line, productId: '' },
      { ...line, unitPriceMinor: 1.5 },
      { ...line, unitPriceMinor: -1 },
      { ...line, discountMinor: -1 },
      { ...line, name: 'n'.repeat(201) },
      { ...line, constructor: 1 },
      { quantity: 1, unitPriceMinor: 1 },
      [],
      null,
    ];
    for (const one of wrong) expect(parseLines(lines, [one]), JSON.stringify(one)).toMatchObject({ ok: false });
    expect(parseLines(lines, [line, line, line])).toMatchObject({ ok: false });
    expect(parseLines(lines, 'none')).toMatchObject({ ok: false });
    expect(parseLines(lines, [{ ...line, discountMinor: 301 }])).toMatchObject({ ok: false, code: 'discount_too_big' });
  });
});
