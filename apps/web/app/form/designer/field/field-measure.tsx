import type { FieldDefinition } from '@handoff/core/form/field-definition';
import { useTranslation } from 'react-i18next';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import { SelectInput } from '../../select-input.tsx';
import { TextInput } from '../../text-input.tsx';
import { CodeInput } from './code-input.tsx';
import type { Part } from './field-facts.tsx';

interface FieldMeasureProps {
  field: FieldDefinition;
  set: (name: string, value: Part) => void;
}

/** What the answers of a field are measured in or read by: units, currencies, countries, prefixes, days. */
export function FieldMeasure({ field, set }: FieldMeasureProps) {
  const { t } = useTranslation('form-designer');
  const code = (name: 'currency' | 'country', value: string | undefined, usual: string) => (
    <CodeInput
      name={name}
      label={t(`measure.${name}`)}
      usual={usual}
      value={value}
      onChange={(text) => set(name, text)}
    />
  );
  switch (field.type) {
    case 'number':
      return (
        <LocalizedInput
          name="unit"
          label={t('measure.unit')}
          value={field.unit}
          onChange={(text) => set('unit', text)}
        />
      );
    case 'amount':
    case 'product_lines':
      return code('currency', field.currency, 'CNY');
    case 'phone':
      return code('country', field.country, 'CN');
    case 'formula':
      return (
        <>
          <SelectInput
            name="result"
            label={t('measure.result')}
            isRequired
            value={field.result}
            options={(['number', 'amount'] as const).map((value) => ({ value, label: t(`type.${value}`) }))}
            onChange={(value) => value && set('result', value)}
          />
          {field.result === 'amount' && code('currency', field.currency, 'CNY')}
        </>
      );
    case 'serial_number':
      return (
        <TextInput
          name="prefix"
          label={t('measure.prefix')}
          maxLength={20}
          value={field.prefix ?? ''}
          onChange={(text) => set('prefix', text || undefined)}
        />
      );
    case 'date':
      return (
        <div className="localized">
          {(['min', 'max'] as const).map((name) => (
            <TextInput
              key={name}
              name={name}
              type="date"
              label={t(`measure.${name}`)}
              value={field[name] ?? ''}
              onChange={(text) => set(name, text || undefined)}
            />
          ))}
        </div>
      );
    default:
      return null;
  }
}
