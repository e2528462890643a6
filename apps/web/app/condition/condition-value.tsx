import type { ConditionLeaf } from '@handoff/core/condition/condition';
import { operandOf } from '@handoff/core/condition/operators';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '~/form/number-input.tsx';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { fromWallTime, toWallTime } from '~/format/wall-time.ts';
import { readList, withValue, type ConditionField } from './edit-condition.ts';

interface ConditionValueProps {
  leaf: ConditionLeaf;
  field: ConditionField;
  onChange: (leaf: ConditionLeaf) => void;
}

/** What a sentence compares with, asked for in the way that fits its field and comparison. */
export function ConditionValue({ leaf, field, onChange }: ConditionValueProps) {
  const { t } = useTranslation('condition');
  const format = useFormat();
  const set = (value: ConditionLeaf['value']) => onChange(withValue(leaf, value));
  const operand = operandOf(leaf.op);
  const frame = { name: 'value', label: t('value') };
  const one = Array.isArray(leaf.value) ? undefined : leaf.value;
  const text = one === undefined ? '' : String(one);
  if (operand === 'none') return null;
  if (field.find || (field.options && operand === 'many')) return <Picked {...{ leaf, field, onChange }} />;
  if (operand === 'many') return <Listed {...{ leaf, field, onChange }} />;
  if (field.options) {
    return (
      <SelectInput
        {...frame}
        value={text || null}
        options={field.options}
        onChange={(next) => set(next ?? undefined)}
      />
    );
  }
  switch (field.kind) {
    case 'boolean':
      return (
        <SelectInput
          {...frame}
          value={text || null}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          onChange={(next) => set(next === null ? undefined : next === 'true')}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...frame}
          minorDigits={field.minorDigits ?? 0}
          value={typeof one === 'number' ? one : null}
          onChange={(next) => set(next ?? undefined)}
        />
      );
    case 'date':
      return <TextInput {...frame} type="date" value={text} onChange={(next) => set(next || undefined)} />;
    case 'datetime':
      return (
        <TextInput
          {...frame}
          type="datetime-local"
          value={toWallTime(text, format.timeZone)}
          onChange={(wall) => set(wall === '' ? undefined : fromWallTime(wall, format.timeZone))}
        />
      );
    default:
      return <TextInput {...frame} autoComplete="off" value={text} onChange={(next) => set(next || undefined)} />;
  }
}

/** One or several of a list, or of the records that a search finds. */
function Picked({ leaf, field, onChange }: ConditionValueProps) {
  const { t } = useTranslation('condition');
  const [known, setKnown] = useState<readonly PickerChoice[]>([]);
  const isMultiple = operandOf(leaf.op) === 'many';
  const options = field.options?.map(({ value, label }) => ({ id: value, label }));
  const chosen = (leaf.value === undefined ? [] : [leaf.value].flat()).map(String);
  const choiceOf = (id: string) =>
    [...(options ?? []), ...known].find((one) => one.id === id) ?? { id, label: field.names?.[id] ?? id };
  return (
    <PickerInput
      label={t('value')}
      isMultiple={isMultiple}
      options={options}
      find={field.find}
      value={chosen.map(choiceOf)}
      onChange={(choices) => {
        setKnown([...known, ...choices]);
        const ids = choices.map(({ id }) => id);
        onChange(withValue(leaf, isMultiple ? ids : ids[0]));
      }}
    />
  );
}

/** Several values as they are typed, so that a comma does not vanish before the next value. */
function Listed({ leaf, field, onChange }: ConditionValueProps) {
  const { t } = useTranslation('condition');
  const values = leaf.value === undefined ? [] : [leaf.value].flat();
  const [typed, setTyped] = useState(values.join(t('separator')));
  const isTyped = JSON.stringify(readList(typed, field.kind)) === JSON.stringify(values);
  return (
    <TextInput
      name="values"
      label={t('values')}
      autoComplete="off"
      placeholder={t('values')}
      value={isTyped ? typed : values.join(t('separator'))}
      onChange={(next) => {
        setTyped(next);
        onChange(withValue(leaf, readList(next, field.kind)));
      }}
    />
  );
}
