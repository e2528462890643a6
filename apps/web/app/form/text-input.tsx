import OutlinedInput from '@mui/material/OutlinedInput';
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface TextInputProps extends FieldFrameProps {
  name: string;
  /** Without it the field keeps its own text, for plain forms. */
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'password' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'datetime-local';
  inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | 'url';
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  autoFocus?: boolean;
  isReadOnly?: boolean;
  /** Rows of a multiline field; without it the field has one line. */
  rows?: number;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  start?: ReactNode;
  end?: ReactNode;
}

export function TextInput(props: TextInputProps) {
  const { name, value, defaultValue, onChange, onBlur, type = 'text', inputMode, placeholder, autoComplete } = props;
  const { autoFocus, isReadOnly, rows, maxLength, min, max, step, start, end } = props;
  return (
    <FieldFrame {...props}>
      {(control) => (
        <OutlinedInput
          fullWidth
          id={control.id}
          name={name}
          value={value}
          defaultValue={defaultValue}
          type={type}
          placeholder={placeholder}
          autoComplete={autoComplete}
          autoFocus={autoFocus}
          readOnly={isReadOnly}
          error={control['aria-invalid']}
          multiline={rows !== undefined}
          minRows={rows}
          startAdornment={start}
          endAdornment={end}
          onChange={(event) => onChange?.(event.target.value)}
          onBlur={onBlur}
          slotProps={{
            input: {
              'aria-required': control['aria-required'],
              'aria-invalid': control['aria-invalid'],
              'aria-describedby': control['aria-describedby'],
              inputMode,
              maxLength,
              min,
              max,
              step,
            },
          }}
        />
      )}
    </FieldFrame>
  );
}
