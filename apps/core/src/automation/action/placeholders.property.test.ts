import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillPlaceholders, PLACEHOLDERS, unknownPlaceholders, unknownValue } from './placeholders.ts';

it('fills in each placeholder once: what comes in is never read again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLACEHOLDERS), fc.string(), fc.string(), (name, before, value) => {
      fc.pre(!before.includes('{'));
      const inner = `{{${name}}}${value}`;
      expect(fillPlaceholders(`${before}{{ ${name} }}`, { [name]: inner })).toBe(`${before}${inner.trim()}`);
    }),
  );
});

it('leaves text without placeholders as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes('{{'));
      expect(fillPlaceholders(text, {})).toBe(text);
      expect(unknownPlaceholders(text)).toEqual([]);
    }),
  );
});

it('shows what it does not know, and names placeholders that there are not', () => {
  expect(fillPlaceholders('Dear {{customer.name}}', {})).toBe(`Dear ${unknownValue}`);
  expect(fillPlaceholders('{{customer.secret}}', {})).toBe('{{customer.secret}}');
  expect(unknownPlaceholders('{{customer.secret}} {{ticket.number}} {{customer.secret}}')).toEqual(['customer.secret']);
});
