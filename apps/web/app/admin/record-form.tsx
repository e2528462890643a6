import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '~/form/field-frame.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { ZoneInput } from '~/form/zone-input.tsx';
import { FaultNote } from './fault-note.tsx';
import { missingOf, toInput, type FormField, type FormValue, type FormValues } from './form-field.ts';
import { useSave } from './use-save.ts';

interface FieldProps {
  field: FormField;
  value: FormValue;
  error: string | undefined;
  onChange: (value: FormValue) => void;
}

const inputTypes = {
  text: 'text',
  long: 'text',
  email: 'email',
  tel: 'tel',
  date: 'date',
  password: 'password',
  number: 'number',
} as const;

function Field({ field, value, error, onChange }: FieldProps) {
  const { kind, options = [] } = field;
  if (kind === 'select') {
    return (
      <SelectInput
        {...field}
        options={options}
        value={String(value) || null}
        error={error}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  if (kind === 'zone') {
    return (
      <ZoneInput {...field} value={String(value) || null} error={error} onChange={(next) => onChange(next ?? '')} />
    );
  }
  if (kind === 'flag') {
    return (
      <FieldFrame {...field} error={error}>
        {(control) => (
          <input
            type="checkbox"
            className="check"
            id={control.id}
            aria-describedby={control['aria-describedby']}
            checked={value === 'true'}
            onChange={({ target }) => onChange(target.checked ? 'true' : 'false')}
          />
        )}
      </FieldFrame>
    );
  }
  if (kind === 'many') {
    const chosen = typeof value === 'string' ? [] : value;
    return (
      <FieldFrame {...field} error={error} isGroup>
        {() => (
          <div className="admin-options">
            {options.map((option) => (
              <label key={option.value} className="admin-option">
                <input
                  type="checkbox"
                  className="check"
                  checked={chosen.includes(option.value)}
                  onChange={({ target }) =>
                    onChange(
                      target.checked ? [...chosen, option.value] : chosen.filter((each) => each !== option.value),
                    )
                  }
                />
                {option.label}
              </label>
            ))}
          </div>
        )}
      </FieldFrame>
    );
  }
  return (
    <TextInput
      {...field}
      type={inputTypes[kind]}
      rows={kind === 'long' ? 3 : undefined}
      value={String(value)}
      autoComplete="off"
      error={error}
      onChange={onChange}
    />
  );
}

interface RecordFormProps {
  intent: string;
  fields: readonly FormField[];
  initial?: FormValues;
  /** What the input has besides the fields: the record's id and version. */
  fixed?: Record<string, unknown>;
  submitLabel: string;
  onSaved?: (value: Record<string, unknown>) => void;
  /** Other acts, beside the button. */
  children?: ReactNode;
}

/** A plain form over one mutation: checks what is required, and shows the server's errors at their fields. */
export function RecordForm({ intent, fields, initial = {}, fixed, submitLabel, onSaved, children }: RecordFormProps) {
  const { t } = useTranslation('admin');
  const [values, setValues] = useState(initial);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { save, fault, isSaving } = useSave(onSaved);
  const errorAt = (name: string) =>
    missing.includes(name) ? t('form.missing') : fault?.issues.find((issue) => issue.path[0] === name)?.message;
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        const empty = missingOf(fields, values);
        setMissing(empty);
        if (empty.length === 0 && !isSaving) save(intent, { ...toInput(fields, values), ...fixed });
      }}
    >
      <FaultNote fault={fault} shown={fields.map((field) => field.name)} />
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          error={errorAt(field.name)}
          onChange={(value) => {
            setValues((before) => ({ ...before, [field.name]: value }));
            setMissing((before) => before.filter((name) => name !== field.name));
          }}
        />
      ))}
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {submitLabel}
        </Button>
        {children}
      </div>
    </form>
  );
}
