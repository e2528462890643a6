import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';

const units = { minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof units;

const fits = (seconds: number, hasDays: boolean): Unit =>
  hasDays && seconds > 0 && seconds % units.days === 0 ? 'days' : seconds % units.hours === 0 ? 'hours' : 'minutes';

interface DurationInputProps {
  name: string;
  label: string;
  /** Seconds; undefined for none. */
  value: number | undefined;
  /** Of service time, of which a day has fewer than 24 hours. */
  isServiceTime?: boolean;
  onChange: (seconds: number | undefined) => void;
}

/** A length of time in the unit that a person thinks in. */
export function DurationInput({ name, label, value, isServiceTime = false, onChange }: DurationInputProps) {
  const { t } = useTranslation('designer');
  const [unit, setUnit] = useState<Unit>(value === undefined ? 'hours' : fits(value, !isServiceTime));
  const offered: readonly Unit[] = isServiceTime ? ['minutes', 'hours'] : ['minutes', 'hours', 'days'];
  const amount = value === undefined ? '' : String(value / units[unit]);
  return (
    <div className="duration">
      <TextInput
        name={name}
        label={label}
        type="number"
        min={0}
        step="any"
        value={amount}
        onChange={(text) => onChange(text === '' ? undefined : Math.round(Number(text) * units[unit]))}
      />
      <SelectInput
        name={`${name}-unit`}
        label={t('unit.label')}
        value={unit}
        options={offered.map((one) => ({ value: one, label: t(`unit.${one}`) }))}
        onChange={(next) => {
          const chosen = next as Unit;
          setUnit(chosen);
          if (value !== undefined) onChange(Math.round((value / units[unit]) * units[chosen]));
        }}
      />
    </div>
  );
}
