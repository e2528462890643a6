import { useEffect, useState } from 'react';
import { TextInput, type TextInputProps } from './text-input.tsx';

interface NumberInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  value: number | null;
  /** Digits after the point that the stored whole number holds: 2 for amounts in fen, 0 for plain numbers. */
  minorDigits?: number;
  onChange: (value: number | string | null) => void;
}

function write(value: number | null, minorDigits: number) {
  if (value === null) return '';
  return minorDigits === 0 ? String(value) : (value / 10 ** minorDigits).toFixed(minorDigits);
}

function read(text: string, minorDigits: number): number | string | null {
  const plain = text.replace(/[,，\s]/g, '');
  if (plain === '') return null;
  const value = Number(plain);
  if (!Number.isFinite(value)) return text;
  return minorDigits === 0 ? value : Math.round(value * 10 ** minorDigits);
}

/** Keeps what is typed until it is a number; text that is none goes on as text, so that it can be refused in words. */
export function NumberInput({ value, minorDigits = 0, onChange, ...rest }: NumberInputProps) {
  const [text, setText] = useState(() => write(value, minorDigits));
  useEffect(() => {
    setText((typed) =>
      read(typed, minorDigits) === value ? typed : typeof value === 'number' ? write(value, minorDigits) : typed,
    );
  }, [value, minorDigits]);
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(read(typed, minorDigits));
      }}
    />
  );
}
