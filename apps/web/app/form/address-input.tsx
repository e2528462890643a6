import type { AddressValue } from '@handoff/core/form/answers';
import { useTranslation } from 'react-i18next';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import { TextInput } from './text-input.tsx';

interface AddressInputProps extends FieldFrameProps {
  name: string;
  value: AddressValue | null;
  onChange: (value: AddressValue | null) => void;
  onBlur?: () => void;
  isReadOnly?: boolean;
}

const separator = /[\s,/，、]+/;

/** Region from the largest part to the smallest, then street and number. */
export function AddressInput(props: AddressInputProps) {
  const { name, label, value, onChange, onBlur, isReadOnly } = props;
  const { t } = useTranslation('form');
  const change = (part: Partial<AddressValue>) => {
    const next = { region: value?.region ?? [], detail: value?.detail ?? '', ...part };
    onChange(next.region.length === 0 && next.detail === '' ? null : next);
  };
  return (
    <FieldFrame {...props} isGroup>
      {() => (
        <div className="cascade">
          <TextInput
            name={`${name}.region`}
            label={t('region', { label })}
            defaultValue={value?.region.join(' ')}
            isReadOnly={isReadOnly}
            onChange={(text) => change({ region: text.split(separator).filter(Boolean) })}
            onBlur={onBlur}
          />
          <TextInput
            name={`${name}.detail`}
            label={t('street')}
            value={value?.detail ?? ''}
            isReadOnly={isReadOnly}
            onChange={(detail) => change({ detail })}
            onBlur={onBlur}
          />
        </div>
      )}
    </FieldFrame>
  );
}
