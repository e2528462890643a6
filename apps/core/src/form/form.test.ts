import { describe, expect, it } from 'vitest';
import { checkForm } from './check-form.ts';
import { formDefinition, type FormDefinition } from './form-definition.ts';
import { parseAnswers } from './parse-answers.ts';
import { resolveForm, type ResolvedForm } from './resolve-form.ts';

const name = (en: string) => ({ en, zh: en });

const form: FormDefinition = formDefinition.parse({
  sections: [
    {
      key: 'main',
      label: name('Main'),
      columns: 2,
      fields: [
        {
          type: 'radio',
          key: 'warranty',
          label: name('Warranty'),
          required: true,
          options: [
            { value: 'yes', label: name('Yes') },
            { value: 'no', label: name('No') },
          ],
        },
        { type: 'amount', key: 'price', label: name('Price'), minMinor: 100 },
        { type: 'phone', key: 'phone', label: name('Phone') },
        { type: 'text', key: 'secret', label: name('Secret'), nodes: { visit: 'hidden', start: 'editable' } },
        { type: 'text', key: 'diagnosis', label: name('Diagnosis'), nodes: { visit: 'required', '*': 'read_only' } },
        {
          type: 'multi_select',
          key: 'parts',
          label: name('Parts'),
          options: ['a', 'b', 'c'].map((value) => ({ value, label: name(value) })),
        },
        { type: 'product_lines', key: 'lines', label: name('Lines') },
        {
          type: 'formula',
          key: 'total',
          label: name('Total'),
          result: 'amount',
          expression: { sum: [{ linesTotal: 'lines' }, { field: 'price' }] },
        },
        { type: 'id_number', key: 'identity', label: name('Identity') },
      ],
    },
  ],
  rules: [
    {
      key: 'paid',
      when: { field: 'warranty', op: 'equals', value: 'no' },
      then: [
        { action: 'show', fields: ['price'] },
        { action: 'require', fields: ['price'] },
      ],
    },
    {
      key: 'dear',
      when: { field: 'price', op: 'gte', value: 50_000 },
      then: [
        { action: 'set_options', field: 'parts', options: ['a', 'b'] },
        { action: 'hide', fields: ['phone'] },
      ],
    },
  ],
});

describe('resolveForm', () => {
  it('shows a field when its rule holds and says why', () => {
    expect(resolveForm(form, { warranty: 'yes' }).price).toMatchObject({ visible: false, required: false });
    expect(resolveForm(form, { warranty: 'no' }).price).toMatchObject({
      visible: true,
      required: true,
      because: [{ rule: 'paid', holds: true, reasons: [{ field: 'warranty', actual: 'no' }] }, { rule: 'paid' }],
    });
  });

  it('treats a hidden field as empty to the rules after it', () => {
    expect(resolveForm(form, { warranty: 'no', price: 60_000 }).phone?.visible).toBe(false);
    expect(resolveForm(form, { warranty: 'yes', price: 60_000 }).phone?.visible).toBe(true);
  });

  it('computes formulas over visible fields only', () => {
    const lines = [{ productId: 'p', quantity: 2, unitPriceMinor: 1999, amountMinor: 3998 }];
    expect(resolveForm(form, { warranty: 'no', price: 500, lines }).total?.value).toBe(4498);
    expect(resolveForm(form, { warranty: 'yes', price: 500, lines }).total?.value).toBe(3998);
  });
});

describe('parseAnswers', () => {
  it('neither validates nor stores what a rule hides', () => {
    expect(parseAnswers(form, { warranty: 'yes', price: 'nonsense' }, { nodeId: 'start' })).toMatchObject({
      ok: true,
      answers: { warranty: 'yes' },
    });
  });

  it('keeps what the node hides or locks, whatever was sent', () => {
    const previous = { warranty: 'yes', secret: 'kept' };
    const parsed = parseAnswers(form, { secret: 'changed', diagnosis: 'leak' }, { nodeId: 'visit', previous });
    expect(parsed).toEqual({ ok: true, answers: { warranty: 'yes', secret: 'kept', diagnosis: 'leak', total: 0 } });
    const locked = parseAnswers(form, { warranty: 'yes', diagnosis: 'mine' }, { nodeId: 'start' });
    expect(locked).toEqual({ ok: true, answers: { warranty: 'yes', total: 0 } });
  });

  it('names every issue by field', () => {
    const parsed = parseAnswers(
      form,
      { warranty: 'no', phone: '12', identity: '11010519491231002Y', bogus: 1 },
      { nodeId: 'start' },
    );
    expect(parsed.ok ? [] : parsed.issues.map(({ path, code }) => [...path, code].join('.'))).toEqual([
      'bogus.unknown_field',
      'price.required',
      'phone.not_a_phone',
      'identity.not_an_id_number',
    ]);
  });

  it('reads phones and identity numbers in any writing', () => {
    const parsed = parseAnswers(form, { warranty: 'yes', phone: '138 0013 8000', identity: '11010519491231002x' });
    expect(parsed).toMatchObject({ ok: true, answers: { phone: '+8613800138000', identity: '11010519491231002X' } });
  });

  it('refuses an option that a rule takes off the list', () => {
    const parsed = parseAnswers(form, { warranty: 'no', price: 60_000, parts: ['a', 'c'] });
    expect(parsed).toMatchObject({ ok: false, issues: [{ path: ['parts'], code: 'option_not_offered' }] });
  });
});

describe('checkForm', () => {
  it('finds nothing wrong with a good form', () => {
    expect(checkForm(form)).toEqual([]);
  });

  it('names cycles, unknown fields, unfitting operators and values', () => {
    const broken = structuredClone(form);
    broken.rules.push(
      {
        key: 'paid',
        when: { field: 'phone', op: 'is_empty' },
        then: [{ action: 'hide', fields: ['price', 'nowhere'] }],
      },
      {
        key: 'odd',
        when: { field: 'price', op: 'contains', value: 'x' },
        then: [{ action: 'set_value', field: 'price', value: 'x', mode: 'always' }],
      },
    );
    expect(checkForm(broken).map((found) => found.code)).toEqual(
      expect.arrayContaining(['duplicate', 'unknown_field', 'operator_does_not_fit', 'value_does_not_fit', 'cycle']),
    );
  });

  it('settles a chain of 100 rules over 200 fields in one pass', () => {
    const fields = Array.from({ length: 200 }, (_, index) => ({
      type: 'text' as const,
      key: `f${index}`,
      label: name('x'),
    }));
    const rules = Array.from({ length: 100 }, (_, index) => ({
      key: `r${index}`,
      when: { field: `f${index}`, op: 'is_not_empty' as const },
      then: [{ action: 'show' as const, fields: [`f${index + 1}`] }],
    }));
    const large: FormDefinition = { sections: [{ key: 's', label: name('s'), columns: 1, fields }], rules };
    const values = Object.fromEntries(fields.map(({ key }) => [key, 'x']));
    const shown = (form: ResolvedForm) => Object.values(form).filter(({ visible }) => visible).length;
    expect(shown(resolveForm(large, values))).toBe(200);
    expect(shown(resolveForm(large, { ...values, f40: '' }))).toBe(200 - 60);
  });
});
