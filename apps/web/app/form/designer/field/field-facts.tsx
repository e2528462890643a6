import type { FieldDefinition } from '@handoff/core/form/field-definition';
import { MOST_LEVELS } from '@handoff/core/form/option-tree';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { currencyDigits } from '~/format/format-number.ts';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import { FieldDefault } from './field-default.tsx';
import { FieldMeasure } from './field-measure.tsx';
import { FormulaInput } from './formula-input.tsx';
import { OptionsInput } from '../options/options-input.tsx';

export type Part = string | number | boolean | object | undefined;

const numbers: Partial<Record<FieldDefinition['type'], readonly string[]>> = {
  text: ['minLength', 'maxLength'],
  multiline: ['minLength', 'maxLength'],
  rich_text: ['minLength', 'maxLength'],
  number: ['min', 'max', 'precision'],
  amount: ['minMinor', 'maxMinor'],
  multi_select: ['minCount', 'maxCount'],
  checkbox: ['minCount', 'maxCount'],
  attachment: ['maxCount', 'maxBytes'],
  image: ['maxCount', 'maxBytes'],
  product_lines: ['maxCount'],
  formula: ['precision'],
  serial_number: ['digits'],
};

/** How many of what a limit is kept in make one of what it is written in; numbers are kept as they are written. */
function stepOf(field: FieldDefinition, limit: string): number {
  if (limit === 'maxBytes') return 1024 * 1024;
  return field.type === 'amount' ? 10 ** currencyDigits(field.currency) : 1;
}

const kept = (written: number, step: number): number => (step === 1 ? written : Math.round(written * step));

interface FieldFactsProps {
  field: FieldDefinition;
  set: (name: string, value: Part) => void;
}

const partsOf = (field: FieldDefinition) => field as unknown as Readonly<Record<string, Part>>;

/** What a field is called. */
export function FieldName({ field, set }: FieldFactsProps) {
  const { t } = useTranslation('form-designer');
  return (
    <LocalizedInput
      name="label"
      label={t('label')}
      isRequired
      value={partsOf(field)['label'] as { en: string; zh: string } | undefined}
      onChange={(text) => set('label', text ?? { en: '', zh: '' })}
    />
  );
}

/** What a field takes: its options or limits, and what is said to help; the same wherever it is used. */
export function FieldFacts({ field, set }: FieldFactsProps) {
  const { t } = useTranslation('form-designer');
  const parts = partsOf(field);
  const textOf = (name: string) => parts[name] as { en: string; zh: string } | undefined;
  return (
    <>
      {'options' in field && (
        <OptionsInput
          options={field.options}
          mostLevels={field.type === 'cascading_select' ? MOST_LEVELS : 1}
          onChange={(options) => set('options', options)}
        />
      )}
      {field.type === 'cascading_select' && (
        <label className="admin-option">
          <input
            type="checkbox"
            className="check"
            checked={field.mustReachLeaf ?? false}
            onChange={({ target }) => set('mustReachLeaf', target.checked || undefined)}
          />
          {t('mustReachLeaf')}
        </label>
      )}
      {field.type === 'formula' && (
        <FormulaInput field={field} onChange={(expression) => set('expression', expression)} />
      )}
      <div className="localized">
        {(numbers[field.type] ?? []).map((name) => (
          <TextInput
            key={name}
            name={name}
            type="number"
            step="any"
            label={t(`limit.${name as 'min'}`)}
            value={parts[name] === undefined ? '' : String((parts[name] as number) / stepOf(field, name))}
            onChange={(text) => set(name, text === '' ? undefined : kept(Number(text), stepOf(field, name)))}
          />
        ))}
      </div>
      <FieldMeasure field={field} set={set} />
      <FieldDefault field={field} onChange={(value) => set('default', value)} />
      {field.type === 'text' && (
        <label className="admin-option">
          <input
            type="checkbox"
            className="check"
            checked={field.holds === 'courier_number'}
            onChange={({ target }) => set('holds', target.checked ? 'courier_number' : undefined)}
          />
          {t('courierNumber')}
        </label>
      )}
      <LocalizedInput name="hint" label={t('hint')} value={textOf('hint')} onChange={(text) => set('hint', text)} />
      <LocalizedInput
        name="placeholder"
        label={t('placeholder')}
        value={textOf('placeholder')}
        onChange={(text) => set('placeholder', text)}
      />
    </>
  );
}

/** The field with another part; what is left empty is not in the definition at all. */
export function withPart<Field extends FieldDefinition>(field: Field, name: string, value: Part): Field {
  const { [name]: _before, ...rest } = partsOf(field);
  return (value === undefined ? rest : { ...partsOf(field), [name]: value }) as unknown as Field;
}
