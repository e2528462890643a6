import { useMemo } from 'react';
import type { FieldFrameProps } from './field-frame.tsx';
import { LatePickerInput } from './late-picker-input.tsx';

interface ZoneInputProps extends FieldFrameProps {
  /** An IANA zone, or null for none. */
  value: string | null;
  onChange: (zone: string | null) => void;
}

const choiceOf = (zone: string) => ({ id: zone, label: zone.replaceAll('_', ' ') });

/** Picks a time zone by typing part of its name. */
export function ZoneInput({ value, onChange, ...frame }: ZoneInputProps) {
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map(choiceOf), []);
  return (
    <LatePickerInput
      {...frame}
      options={zones}
      value={value ? [choiceOf(value)] : []}
      onChange={([zone]) => onChange(zone?.id ?? null)}
    />
  );
}
