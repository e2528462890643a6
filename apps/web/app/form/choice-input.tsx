import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import type { SelectOption } from './select-input.tsx';
import { useId } from 'react';

interface ChoiceInputProps extends FieldFrameProps {
  options: readonly SelectOption[];
  /** One choice (radios) or several (checkboxes). */
  kind: 'radio' | 'checkbox';
  value: readonly string[];
  onChange: (value: string[]) => void;
  onBlur?: () => void;
  isReadOnly?: boolean;
}

/** All options in sight: radios for one choice, checkboxes for several. */
export function ChoiceInput(props: ChoiceInputProps) {
  const { options, kind, value, onChange, onBlur, isReadOnly } = props;
  const group = useId();
  const choose = (option: string, isOn: boolean) => {
    if (kind === 'radio') return onChange([option]);
    onChange(isOn ? [...value, option] : value.filter((each) => each !== option));
  };
  return (
    <FieldFrame {...props} isGroup>
      {(control) => (
        <div className="options">
          {options.map((option, index) => (
            <label key={option.value} className="option">
              <input
                id={index === 0 ? control.id : undefined}
                type={kind}
                name={group}
                className={kind === 'checkbox' ? 'check' : 'radio'}
                checked={value.includes(option.value)}
                disabled={isReadOnly}
                onChange={(event) => choose(option.value, event.target.checked)}
                onBlur={onBlur}
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
