import type { AddressValue, ProductLine } from '@handoff/core/form/answers';
import type { FieldDefinition, Option, ValueField } from '@handoff/core/form/field-definition';
import type { ResolvedField } from '@handoff/core/form/resolve-form';
import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import { localize } from '@handoff/core/platform/text/localize';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { currencyDigits } from '~/format/format-number.ts';
import { fromWallTime, toWallTime } from '~/format/wall-time.ts';
import { AddressInput } from './address-input.tsx';
import { CascadeInput } from './cascade-input.tsx';
import { ChoiceInput } from './choice-input.tsx';
import type { FieldSources } from './field-sources.ts';
import { FileInput } from './file-input.tsx';
import { LatePickerInput } from './late-picker-input.tsx';
import { NumberInput } from './number-input.tsx';
import type { PickerChoice } from './picker-input.tsx';
import { ProductLinesInput } from './product-lines-input.tsx';
import { SelectInput } from './select-input.tsx';
import { TextInput } from './text-input.tsx';
import type { DesignedFormState } from './use-designed-form.ts';

interface FieldInputProps extends Pick<DesignedFormState, 'setValue' | 'leave'> {
  field: FieldDefinition;
  /** What its rules decided. */
  resolved: ResolvedField;
  /** What was entered. */
  entered: unknown;
  error: string | undefined;
  sources: FieldSources;
  isReadOnly: boolean;
}

interface ValueInputProps extends FieldInputProps {
  field: ValueField;
}

const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const asNumber = (value: unknown) => (typeof value === 'number' ? value : null);
const asTexts = (value: unknown) =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
const asLines = (value: unknown) => (Array.isArray(value) ? (value as ProductLine[]) : []);
const asAddress = (value: unknown) =>
  typeof value === 'object' && value !== null && 'region' in value ? (value as AddressValue) : null;

/** What rules decided is made anew with each letter anywhere in the form; mostly it says the same of a field. */
function isUnchanged(before: FieldInputProps, after: FieldInputProps): boolean {
  const { resolved: decided, ...rest } = before;
  const { resolved: decides, ...others } = after;
  return (
    Object.entries(rest).every(([name, value]) => Object.is(value, others[name as keyof typeof others])) &&
    (decided === decides || JSON.stringify(decided) === JSON.stringify(decides))
  );
}

/** One field of a form. It is drawn again only when something about it is different: forms have hundreds. */
export const FieldInput = memo(function FieldInput({ field, ...rest }: FieldInputProps) {
  const { i18n } = useTranslation('form');
  if (field.type === 'divider') {
    return <div className="form-divider">{field.label && localize(field.label, i18n.language)}</div>;
  }
  return <ValueInput field={field} {...rest} />;
}, isUnchanged);

/** One input for each type of field; what its rules decided is in `resolved`. */
function ValueInput(props: ValueInputProps) {
  const { field, resolved, entered, error, setValue, leave, sources, isReadOnly: isLocked } = props;
  const { t, i18n } = useTranslation('form');
  const format = useFormat();
  const say = (text: LocalizedText | undefined) => (text ? localize(text, i18n.language) : undefined);
  const { key } = field;
  const value = resolved.value ?? entered;
  const set = (next: unknown) => setValue(key, next);
  const isReadOnly = isLocked || !resolved.editable;
  const isByRule = resolved.because.some((reason) => reason.holds);
  const frame = {
    name: key,
    label: localize(field.label, i18n.language),
    hint: say(field.hint),
    isRequired: resolved.required && !isReadOnly,
    error,
    ruleNote: isByRule ? t('byRule') : undefined,
    isReadOnly,
    onBlur: () => leave(key),
  };
  const text = { ...frame, placeholder: say(field.placeholder), value: asText(value), onChange: set };
  const offered = (options: readonly Option[]) =>
    options
      .filter((option) => resolved.options === null || resolved.options.includes(option.value))
      .map((option) => ({ value: option.value, label: localize(option.label, i18n.language) }));
  const named = (id: string): PickerChoice => ({ id, label: sources.names[id] ?? id });
  const picked = typeof value === 'string' && value !== '' ? [named(value)] : [];
  const pickOne = ([choice]: PickerChoice[]) => set(choice?.id ?? null);

  switch (field.type) {
    case 'text':
    case 'id_number':
      return <TextInput {...text} maxLength={field.type === 'text' ? field.maxLength : undefined} />;
    case 'multiline':
    case 'rich_text':
      return <TextInput {...text} rows={3} maxLength={field.maxLength} />;
    case 'email':
      return <TextInput {...text} type="email" autoComplete="off" />;
    case 'phone':
      return (
        <TextInput
          {...text}
          type="tel"
          autoComplete="off"
          end={text.value === '' ? undefined : sources.dialFrom?.(key, text.value)}
        />
      );
    case 'serial_number':
      return <TextInput {...text} isReadOnly placeholder={t('byItself')} />;
    case 'number':
      return <NumberInput {...frame} value={asNumber(value)} onChange={set} end={say(field.unit)} />;
    case 'amount':
      return (
        <NumberInput
          {...frame}
          value={asNumber(value)}
          minorDigits={currencyDigits(field.currency)}
          onChange={set}
          end={field.currency ?? 'CNY'}
        />
      );
    case 'formula': {
      const result = asNumber(value);
      const isMoney = field.result === 'amount' && result !== null;
      const words = isMoney ? format.money(result, field.currency ?? 'CNY') : asText(value);
      return <TextInput {...text} value={words} isReadOnly placeholder={t('byItself')} />;
    }
    case 'date':
      return <TextInput {...text} type="date" min={field.min} max={field.max} />;
    case 'datetime':
      return (
        <TextInput
          {...text}
          type="datetime-local"
          value={toWallTime(asText(value), format.timeZone)}
          onChange={(wall) => set(wall === '' ? null : fromWallTime(wall, format.timeZone))}
        />
      );
    case 'single_select':
      return <SelectInput {...frame} value={asText(value) || null} options={offered(field.options)} onChange={set} />;
    case 'radio':
      return (
        <ChoiceInput
          {...frame}
          kind="radio"
          value={value ? [asText(value)] : []}
          options={offered(field.options)}
          onChange={([choice]) => set(choice ?? null)}
        />
      );
    case 'checkbox':
      return (
        <ChoiceInput
          {...frame}
          kind="checkbox"
          value={asTexts(value)}
          options={offered(field.options)}
          onChange={set}
        />
      );
    case 'multi_select': {
      const options = offered(field.options).map((option) => ({ id: option.value, label: option.label }));
      const chosen = options.filter((option) => asTexts(value).includes(option.id));
      return (
        <LatePickerInput
          {...frame}
          isMultiple
          options={options}
          value={chosen}
          onChange={(choices) => set(choices.map((choice) => choice.id))}
        />
      );
    }
    case 'cascading_select':
      return <CascadeInput {...frame} options={field.options} value={asTexts(value)} onChange={set} />;
    case 'address':
      return <AddressInput {...frame} value={asAddress(value)} onChange={set} />;
    case 'member':
      return <LatePickerInput {...frame} value={picked} find={sources.findMembers} onChange={pickOne} />;
    case 'department':
      return <LatePickerInput {...frame} value={picked} find={sources.findDepartments} onChange={pickOne} />;
    case 'customer':
      return <LatePickerInput {...frame} value={picked} find={sources.findCustomers} onChange={pickOne} />;
    case 'attachment':
    case 'image':
      return (
        <FileInput
          {...frame}
          accept={field.type === 'image' ? 'image/*' : undefined}
          maxCount={field.maxCount}
          value={asTexts(value).map((id) => ({ id, name: sources.names[id] ?? id }))}
          upload={sources.upload}
          areHidden={sources.areFilesHidden}
          onChange={(files) => set(files.map((file) => file.id))}
        />
      );
    case 'product_lines':
      return (
        <ProductLinesInput
          {...frame}
          value={asLines(value)}
          currency={field.currency ?? 'CNY'}
          findProducts={sources.findProducts}
          onChange={set}
        />
      );
  }
}
