import type { Option } from '@handoff/core/form/field-definition';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface OptionsInputProps {
  options: readonly Option[];
  onChange: (options: Option[]) => void;
}

const freeValue = (options: readonly Option[]): string => {
  const taken = new Set(options.map(({ value }) => value));
  for (let number = options.length + 1; ; number += 1) {
    if (!taken.has(`option_${number}`)) return `option_${number}`;
  }
};

/** The choices of a field, in the order in which people see them. */
export function OptionsInput({ options, onChange }: OptionsInputProps) {
  const { t } = useTranslation('form-designer');
  const move = (index: number, by: 1 | -1) => {
    const option = options[index];
    if (option) onChange(options.toSpliced(index, 1).toSpliced(index + by, 0, option));
  };
  return (
    <fieldset className="grant">
      <legend>{t('options')}</legend>
      <ul className="option-rows">
        {options.map((option, index) => (
          <li key={option.value} className="option-row">
            {(['en', 'zh'] as const).map((locale) => (
              <input
                key={locale}
                className="plain-input"
                aria-label={t(`option.${locale}`, { value: option.value })}
                value={option.label[locale]}
                onChange={({ target }) =>
                  onChange(options.with(index, { ...option, label: { ...option.label, [locale]: target.value } }))
                }
              />
            ))}
            <IconButton size="small" aria-label={t('up')} disabled={index === 0} onClick={() => move(index, -1)}>
              <ArrowUp size={14} />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('down')}
              disabled={index === options.length - 1}
              onClick={() => move(index, 1)}
            >
              <ArrowDown size={14} />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('removeOption', { value: option.value })}
              disabled={options.length === 1}
              onClick={() => onChange(options.toSpliced(index, 1))}
            >
              <Trash2 size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        startIcon={<Plus size={14} />}
        onClick={() => {
          const value = freeValue(options);
          const number = options.length + 1;
          onChange([...options, { value, label: { en: `Option ${number}`, zh: `选项 ${number}` } }]);
        }}
      >
        {t('addOption')}
      </Button>
    </fieldset>
  );
}
