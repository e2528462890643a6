import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { FaultNote } from './fault-note.tsx';
import { useSave } from './use-save.ts';

interface Labelled {
  key: string;
  label: { en: string; zh: string };
}

interface LabelledFormProps {
  intent: string;
  /** What is there; null asks for a key too. */
  record: Labelled | null;
  keyHint: string;
  /** What the input has besides key and label. */
  fixed: Record<string, unknown>;
  submitLabel: string;
  onSaved: (value: Record<string, unknown>) => void;
  /** More of its fields. */
  children?: ReactNode;
}

/** What something is called in both languages, and the key that it is given once. */
export function LabelledForm({ intent, record, keyHint, fixed, submitLabel, onSaved, children }: LabelledFormProps) {
  const { t } = useTranslation('admin');
  const [key, setKey] = useState('');
  const [label, setLabel] = useState({ en: record?.label.en ?? '', zh: record?.label.zh ?? '' });
  const [isChecked, setIsChecked] = useState(false);
  const { save, fault, isSaving } = useSave(onSaved);
  const errorAt = (...path: string[]) =>
    fault?.issues.find((issue) => issue.path.join('.') === path.join('.'))?.message;
  const missing = (value: string) => (isChecked && value.trim() === '' ? t('form.missing') : undefined);
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isSaving || !label.en.trim() || !label.zh.trim() || (!record && !key.trim())) return;
        save(intent, { label, ...(!record && { key }), ...fixed });
      }}
    >
      <FaultNote fault={fault} shown={['key', 'label']} />
      {(['en', 'zh'] as const).map((locale) => (
        <TextInput
          key={locale}
          name={locale}
          label={t(`label.${locale}`)}
          isRequired
          maxLength={60}
          autoComplete="off"
          value={label[locale]}
          error={missing(label[locale]) ?? errorAt('label', locale)}
          onChange={(text) => setLabel((before) => ({ ...before, [locale]: text }))}
        />
      ))}
      {!record && (
        <TextInput
          name="key"
          label={t('key')}
          hint={keyHint}
          isRequired
          maxLength={60}
          autoComplete="off"
          value={key}
          error={missing(key) ?? errorAt('key')}
          onChange={setKey}
        />
      )}
      {children}
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
