import type { FieldDefinition } from '@handoff/core/form/field-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '~/format/format-number.ts';
import { NumberInput } from '../../number-input.tsx';
import { SelectInput } from '../../select-input.tsx';
import { TextInput } from '../../text-input.tsx';
import type { Part } from './field-facts.tsx';

interface FieldDefaultProps {
  field: FieldDefinition;
  onChange: (value: Part) => void;
}

/** What a field holds before anybody has filled it in, by the kind of its answers; nothing for kinds that have no such. */
export function FieldDefault({ field, onChange }: FieldDefaultProps) {
  const { t, i18n } = useTranslation('form-designer');
  const frame = { name: 'default', label: t('default') };
  switch (field.type) {
    case 'text':
    case 'multiline':
    case 'rich_text':
      return (
        <TextInput
          {...frame}
          {...(field.type !== 'text' && { rows: 2 })}
          value={field.default ?? ''}
          onChange={(text) => onChange(text || undefined)}
        />
      );
    case 'number':
    case 'amount':
      return (
        <NumberInput
          {...frame}
          minorDigits={field.type === 'amount' ? currencyDigits(field.currency) : 0}
          value={field.default ?? null}
          onChange={(value) => onChange(value ?? undefined)}
        />
      );
    case 'single_select':
    case 'radio':
      return (
        <SelectInput
          {...frame}
          value={field.default ?? null}
          options={field.options.map(({ value, label }) => ({ value, label: localize(label, i18n.language) }))}
          onChange={(value) => onChange(value ?? undefined)}
        />
      );
    case 'multi_select':
    case 'checkbox': {
      const chosen = field.default ?? [];
      const set = (next: string[]) => onChange(next.length > 0 ? next : undefined);
      return (
        <fieldset className="grant">
          <legend>{t('default')}</legend>
          {field.options.map(({ value, label }) => (
            <label key={value} className="admin-option">
              <input
                type="checkbox"
                className="check"
                checked={chosen.includes(value)}
                onChange={({ target }) =>
                  set(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
              />
              {localize(label, i18n.language)}
            </label>
          ))}
        </fieldset>
      );
    }
    default:
      return null;
  }
}
