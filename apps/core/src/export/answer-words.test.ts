import { expect, it } from 'vitest';
import type { ValueField } from '../form/field-definition.ts';
import type { Locale } from '../platform/text/localized-text.ts';
import { answerWords } from './answer-words.ts';

const said = (locale: Locale, names: [string, string][] = []) => ({ locale, names: new Map(names) });
const label = { en: 'Label', zh: '名称' };
const fault: ValueField = {
  type: 'multi_select',
  key: 'fault',
  label,
  options: [
    { value: 'leak', label: { en: 'Leak', zh: '漏水' } },
    { value: 'noise', label: { en: 'Noise', zh: '噪音' } },
  ],
};

it('names choices in the language of whoever asked', () => {
  expect(answerWords([fault], ['leak', 'noise'], said('en'))).toBe('Leak, Noise');
  expect(answerWords([fault], ['leak', 'noise'], said('zh'))).toBe('漏水, 噪音');
});

it('writes amounts in the main unit of their currency', () => {
  const price = (currency?: string): ValueField => ({ type: 'amount', key: 'price', label, currency });
  expect(answerWords([price()], 649_900, said('en'))).toBe(6_499);
  expect(answerWords([price('JPY')], 6_499, said('en'))).toBe(6_499);
});

it('names people, customers and files, and says of what may not be seen that it is so', () => {
  const inspector: ValueField = { type: 'member', key: 'inspector', label };
  const photos: ValueField = { type: 'image', key: 'photos', label };
  const names: [string, string][] = [
    ['a1', 'Li Na'],
    ['f1', 'front.jpg'],
    ['f2', 'back.jpg'],
  ];
  expect(answerWords([inspector], 'a1', said('en', names))).toBe('Li Na');
  expect(answerWords([inspector], 'a2', said('zh', names))).toBe('（无权查看）');
  expect(answerWords([photos], ['f1', 'f2'], said('en', names))).toBe('front.jpg, back.jpg');
});

it('writes product lines as what, how many and what they cost', () => {
  const parts: ValueField = { type: 'product_lines', key: 'parts', label };
  const lines = [
    { productId: 'p1', name: '滤网', quantity: 2, unitPriceMinor: 9_900, amountMinor: 19_800 },
    { productId: 'p2', quantity: 1, unitPriceMinor: 550, amountMinor: 550 },
  ];
  expect(answerWords([parts], lines, said('en'))).toBe('滤网 × 2 = 198.00; p2 × 1 = 5.50');
});
