import type { FieldOf } from '@handoff/core/form/field-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';

type Expression = FieldOf<'formula'>['expression'];
const forms = ['sum', 'product', 'linesTotal', 'linesQuantity'] as const;
type Form = (typeof forms)[number];

/** What an expression is in the sentence of this editor; null for one that was written by hand. */
function read(expression: Expression): { form: Form; fields: string[] } | null {
  for (const form of ['sum', 'product'] as const) {
    if (!(form in expression)) continue;
    const parts = (expression as Record<string, Expression[]>)[form] ?? [];
    const fields = parts.flatMap((part) => ('field' in part ? [part.field] : []));
    return fields.length === parts.length ? { form, fields } : null;
  }
  if ('linesTotal' in expression) return { form: 'linesTotal', fields: [expression.linesTotal] };
  if ('linesQuantity' in expression) return { form: 'linesQuantity', fields: [expression.linesQuantity] };
  return 'constant' in expression ? { form: 'sum', fields: [] } : null;
}

function write(form: Form, fields: readonly string[]): Expression {
  const [first] = fields;
  if (first === undefined) return { constant: 0 };
  if (form === 'linesTotal') return { linesTotal: first };
  if (form === 'linesQuantity') return { linesQuantity: first };
  const parts = fields.map((field) => ({ field }));
  return form === 'sum' ? { sum: parts } : { product: parts };
}

interface FormulaInputProps {
  field: FieldOf<'formula'>;
  onChange: (expression: Expression) => void;
}

/** A sum or product of number fields, or what product lines come to. Others are kept as they were imported. */
export function FormulaInput({ field, onChange }: FormulaInputProps) {
  const { t, i18n } = useTranslation('form-designer');
  const fields = formFields(useDraft().definition.form);
  const sentence = read(field.expression);
  if (!sentence) return <p className="quiet">{t('formula.own')}</p>;
  const isLines = sentence.form === 'linesTotal' || sentence.form === 'linesQuantity';
  const fitting = fields.filter((one) =>
    isLines
      ? one.type === 'product_lines'
      : (one.type === 'number' || one.type === 'amount' || one.type === 'formula') && one.key !== field.key,
  );
  return (
    <fieldset className="grant">
      <legend>{t('formula.title')}</legend>
      <SelectInput
        name="formula"
        label={t('formula.is')}
        value={sentence.form}
        options={forms.map((value) => ({ value, label: t(`formula.${value}`) }))}
        onChange={(value) => onChange(write(value as Form, []))}
      />
      {fitting.map((one) => (
        <label key={one.key} className="admin-option">
          <input
            type={isLines ? 'radio' : 'checkbox'}
            name="formula-field"
            className="check"
            checked={sentence.fields.includes(one.key)}
            onChange={({ target }) => {
              const others = isLines ? [] : sentence.fields.filter((key) => key !== one.key);
              onChange(write(sentence.form, target.checked ? [...others, one.key] : others));
            }}
          />
          {one.label ? localize(one.label, i18n.language) : one.key}
        </label>
      ))}
      {fitting.length === 0 && <p className="quiet">{t('formula.none')}</p>}
    </fieldset>
  );
}
