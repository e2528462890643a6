import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { X, ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface PickerChoice {
  id: string;
  label: string;
  detail?: string;
  /** That it is no person, where people and groups are offered together. */
  kind?: 'group';
}

export interface PickerInputProps extends FieldFrameProps {
  value: readonly PickerChoice[];
  isMultiple?: boolean;
  /** Given options are filtered here; `find` asks the server. */
  options?: readonly PickerChoice[];
  find?: (query: string) => Promise<PickerChoice[]>;
  onChange: (value: PickerChoice[]) => void;
  onBlur?: () => void;
  placeholder?: string;
  isReadOnly?: boolean;
}

const WAIT_MILLISECONDS = 150;

function useFound(find: PickerInputProps['find'], query: string, isOpen: boolean) {
  const [found, setFound] = useState<PickerChoice[]>([]);
  useEffect(() => {
    if (!find || !isOpen) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      find(query).then(
        (choices) => isCurrent && setFound(choices),
        () => isCurrent && setFound([]),
      );
    }, WAIT_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [find, query, isOpen]);
  return found;
}

/** Picks people, departments, customers or options by typing part of their name. */
export function PickerInput(props: PickerInputProps) {
  const { value, isMultiple = false, options, find, onChange, onBlur, placeholder, isReadOnly, error } = props;
  const { t } = useTranslation('form');
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const found = useFound(find, query, isOpen);
  return (
    <FieldFrame {...props}>
      {(control) => (
        <Autocomplete<PickerChoice, boolean>
          id={control.id}
          multiple={isMultiple}
          readOnly={isReadOnly}
          open={isOpen && !isReadOnly}
          onOpen={() => setIsOpen(true)}
          onClose={() => setIsOpen(false)}
          options={options ?? found}
          filterOptions={options ? undefined : (all) => all}
          value={isMultiple ? [...value] : (value[0] ?? null)}
          onInputChange={(_event, typed) => setQuery(typed)}
          onChange={(_event, next) => onChange(Array.isArray(next) ? next : next ? [next] : [])}
          onBlur={onBlur}
          getOptionLabel={(choice) => choice.label}
          getOptionKey={(choice) => choice.id}
          isOptionEqualToValue={(one, other) => one.id === other.id}
          noOptionsText={t('noMatch')}
          openText={t('open')}
          closeText={t('close')}
          clearText={t('clear')}
          popupIcon={<ChevronDown />}
          clearIcon={<X size={14} />}
          renderOption={({ key, ...option }, choice) => (
            <li key={key} {...option}>
              <span className="cut spread">{choice.label}</span>
              {(choice.detail ?? choice.kind) && (
                <span className="small quiet">{choice.detail ?? t('serviceGroup')}</span>
              )}
            </li>
          )}
          renderValue={
            isMultiple
              ? (chosen, itemProps) =>
                  (chosen as PickerChoice[]).map((choice, index) => {
                    const { onDelete } = itemProps({ index });
                    return (
                      <span key={choice.id} className="chip picked">
                        {choice.label}
                        {!isReadOnly && (
                          <button
                            type="button"
                            tabIndex={-1}
                            aria-label={t('remove', { name: choice.label })}
                            onClick={onDelete}
                          >
                            <X size={12} />
                          </button>
                        )}
                      </span>
                    );
                  })
              : undefined
          }
          renderInput={({ slotProps, disabled }) => (
            <OutlinedInput
              {...slotProps.input}
              fullWidth
              disabled={disabled}
              error={Boolean(error)}
              placeholder={value.length === 0 ? (placeholder ?? t('choose')) : undefined}
              slotProps={{
                input: {
                  ...slotProps.htmlInput,
                  'aria-required': control['aria-required'],
                  'aria-invalid': control['aria-invalid'],
                  'aria-describedby': control['aria-describedby'],
                },
              }}
            />
          )}
        />
      )}
    </FieldFrame>
  );
}
