import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { RuleAction } from '@handoff/core/form/form-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';

type ValueAction = Extract<RuleAction, { field: string }>;

interface RuleValueInputProps {
  action: ValueAction;
  field: FieldDefinition | undefined;
  onChange: (action: ValueAction) => void;
}

const isNumber = (field: FieldDefinition | undefined) => field?.type === 'number' || field?.type === 'amount';

/** The value or the choices that a rule gives a field. */
export function RuleValueInput({ action, field, onChange }: RuleValueInputProps) {
  const { t, i18n } = useTranslation('form-designer');
  const options = field && 'options' in field ? field.options : [];
  const choices = options.map(({ value, label }) => ({ value, label: localize(label, i18n.language) }));
  if (action.action === 'set_options') {
    return (
      <fieldset className="grant">
        <legend>{t('options')}</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className="admin-option">
            <input
              type="checkbox"
              className="check"
              checked={action.options.includes(value)}
              onChange={({ target }) =>
                onChange({
                  ...action,
                  options: target.checked ? [...action.options, value] : action.options.filter((one) => one !== value),
                })
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
    );
  }
  const { value } = action;
  const shown = Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value);
  return (
    <>
      {field?.type === 'single_select' || field?.type === 'radio' ? (
        <SelectInput
          name="rule-value"
          label={t('rule.value')}
          value={shown || null}
          options={choices}
          onChange={(next) => onChange({ ...action, value: next })}
        />
      ) : (
        <TextInput
          name="rule-value"
          label={t('rule.value')}
          type={isNumber(field) ? 'number' : 'text'}
          value={shown}
          onChange={(text) => {
            const many = field?.type === 'multi_select' || field?.type === 'checkbox';
            const list = text.split(',').flatMap((part) => part.trim() || []);
            onChange({ ...action, value: text === '' ? null : many ? list : isNumber(field) ? Number(text) : text });
          }}
        />
      )}
      <SelectInput
        name="rule-mode"
        label={t('rule.mode')}
        value={action.mode}
        options={(['when_empty', 'always'] as const).map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        onChange={(mode) => onChange({ ...action, mode: mode === 'always' ? 'always' : 'when_empty' })}
      />
    </>
  );
}
