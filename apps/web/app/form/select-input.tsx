import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface SelectOption {
  value: string;
  label: string;
}

export interface SelectInputProps extends FieldFrameProps {
  name: string;
  value: string | null;
  options: readonly SelectOption[];
  onChange: (value: string | null) => void;
  onBlur?: () => void;
  placeholder?: string;
  isReadOnly?: boolean;
}

export function SelectInput(props: SelectInputProps) {
  const { name, value, options, onChange, onBlur, placeholder, isReadOnly, isRequired, error } = props;
  const { t } = useTranslation('form');
  const nothing = placeholder ?? t('choose');
  return (
    <FieldFrame {...props}>
      {(control) => (
        <Select
          fullWidth
          displayEmpty
          name={name}
          value={value ?? ''}
          readOnly={isReadOnly}
          error={Boolean(error)}
          labelId={`${control.id}-label`}
          IconComponent={ChevronDown}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          onBlur={onBlur}
          renderValue={(shown) =>
            options.find((option) => option.value === shown)?.label ?? <span className="quiet">{nothing}</span>
          }
          SelectDisplayProps={{
            id: control.id,
            'aria-describedby': control['aria-describedby'],
            'aria-required': control['aria-required'],
            'aria-invalid': control['aria-invalid'],
          }}
        >
          {!isRequired && <MenuItem value="">{t('none')}</MenuItem>}
          {options.map((option) => (
            <MenuItem key={option.value} value={option.value}>
              {option.label}
            </MenuItem>
          ))}
        </Select>
      )}
    </FieldFrame>
  );
}
