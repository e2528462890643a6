import { expect, it } from 'vitest';
import type { ValueField } from '../form/field-definition.ts';
import { answerWords } from './answer-words.ts';

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
  expect(answerWords([fault], ['leak', 'noise'], 'en')).toBe('Leak, Noise');
  expect(answerWords([fault], ['leak', 'noise'], 'zh')).toBe('漏水, 噪音');
});

it('writes amounts in the main unit of their currency', () => {
  const price = (currency?: string): ValueField => ({ type: 'amount', key: 'price', label, currency });
  expect(answerWords([price()], 649_900, 'en')).toBe(6_499);
  expect(answerWords([price('JPY')], 6_499, 'en')).toBe(6_499);
});
