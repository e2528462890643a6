import './form.css';
import { CircleAlert, Zap } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FieldFrameProps {
  label: string;
  isRequired?: boolean;
  hint?: ReactNode;
  /** What is wrong and what to do; takes the hint's place. */
  error?: ReactNode;
  /** Said beside the label when a rule set, showed or demands the field. */
  ruleNote?: string;
}

/** Ids and ARIA of one control; spread them on it. */
export interface ControlProps {
  id: string;
  'aria-required': true | undefined;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

interface FrameProps extends FieldFrameProps {
  /** A group of controls (radios, checkboxes) is named by its frame and not by a label. */
  isGroup?: boolean;
  children: (control: ControlProps) => ReactNode;
}

/** Label above, control, then the error or the hint below it. */
export function FieldFrame({ label, isRequired, hint, error, ruleNote, isGroup = false, children }: FrameProps) {
  const { t } = useTranslation('form');
  const id = useId();
  const note = error ?? hint;
  const control: ControlProps = {
    id,
    'aria-required': isRequired || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': note ? `${id}-note` : undefined,
  };
  const name = (
    <>
      {label}
      {isRequired && (
        <span className="field-required" aria-hidden="true">
          *
        </span>
      )}
    </>
  );
  return (
    <div
      className={`field ${error ? 'has-error' : ''}`}
      {...(isGroup && {
        role: 'group',
        'aria-labelledby': `${id}-label`,
        'aria-describedby': control['aria-describedby'],
      })}
    >
      <div className="field-head">
        {isGroup ? (
          <span id={`${id}-label`}>{name}</span>
        ) : (
          <label htmlFor={id} id={`${id}-label`}>
            {name}
          </label>
        )}
        {isGroup && isRequired && <span className="visually-hidden">{t('required')}</span>}
        {ruleNote && (
          <span className="field-rule">
            <Zap size={12} />
            {ruleNote}
          </span>
        )}
      </div>
      {children(control)}
      {note && (
        <div id={`${id}-note`} className={error ? 'field-error' : 'field-hint'}>
          {error && <CircleAlert size={14} />}
          <span>{note}</span>
        </div>
      )}
    </div>
  );
}
