import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';

interface LocalizedInputProps {
  name: string;
  label: string;
  value: LocalizedText | undefined;
  isRequired?: boolean;
  rows?: number;
  onChange: (value: LocalizedText | undefined) => void;
}

/** One text in both languages of the product. Emptied in both it is gone, unless it is required. */
export function LocalizedInput({ name, label, value, isRequired = false, rows, onChange }: LocalizedInputProps) {
  const { t } = useTranslation('designer');
  const change = (locale: 'en' | 'zh') => (text: string) => {
    const next = { en: value?.en ?? '', zh: value?.zh ?? '', [locale]: text };
    onChange(isRequired || next.en !== '' || next.zh !== '' ? next : undefined);
  };
  return (
    <div className="localized">
      {(['en', 'zh'] as const).map((locale) => (
        <TextInput
          key={locale}
          name={`${name}-${locale}`}
          label={`${label} (${t(`language.${locale}`)})`}
          isRequired={isRequired}
          rows={rows}
          autoComplete="off"
          value={value?.[locale] ?? ''}
          onChange={change(locale)}
        />
      ))}
    </div>
  );
}
