import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import { ChoiceInput } from '~/form/choice-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import type { PluginField } from './plugin-form.ts';

interface PluginFieldInputProps {
  field: PluginField;
  value: string | boolean;
  /** A secret that has a value, which is kept as long as nothing is typed. */
  isSet?: boolean;
  error: string | undefined;
  onChange: (value: string | boolean) => void;
}

/** One field of a plugin's form, drawn by its kind. */
export function PluginFieldInput({ field, value, isSet = false, error, onChange }: PluginFieldInputProps) {
  const { t, i18n } = useTranslation('channel');
  const { name, kind, options } = field;
  const title = localize(field.title, i18n.language);
  const hints = [
    field.description && localize(field.description, i18n.language),
    kind === 'lines' && t('linesHint'),
    kind === 'json' && t('jsonHint'),
    isSet && t('secretHint'),
  ];
  const frame = {
    label: title,
    isRequired: field.isRequired,
    hint: hints.filter(Boolean).join(' ') || undefined,
    error,
  };
  if (kind === 'boolean') {
    return (
      <ChoiceInput
        {...frame}
        kind="checkbox"
        options={[{ value: 'on', label: t('isOn') }]}
        value={value === true ? ['on'] : []}
        onChange={(chosen) => onChange(chosen.length > 0)}
      />
    );
  }
  if (kind === 'select') {
    return (
      <SelectInput
        {...frame}
        name={name}
        options={options.map((option) => ({ value: option, label: option }))}
        value={String(value) || null}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return (
    <TextInput
      {...frame}
      name={name}
      type={kind === 'secret' ? 'password' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      rows={kind === 'lines' || kind === 'json' ? 2 : undefined}
      autoComplete={kind === 'secret' ? 'new-password' : 'off'}
      placeholder={isSet ? '••••••••' : undefined}
      value={String(value)}
      onChange={onChange}
    />
  );
}
