import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';

export interface DispositionFacts {
  id: string;
  key: string;
  position: number;
  version: number;
  label: { en: string; zh: string };
}

interface DispositionFormProps {
  /** Null makes a new one. */
  disposition: DispositionFacts | null;
  onSaved: () => void;
}

/** The words of a disposition in both languages and its place; its key is given once. */
export function DispositionForm({ disposition, onSaved }: DispositionFormProps) {
  const { t } = useTranslation('admin');
  const [key, setKey] = useState('');
  const [label, setLabel] = useState(disposition?.label ?? { en: '', zh: '' });
  const [position, setPosition] = useState(String(disposition?.position ?? 0));
  const [isChecked, setIsChecked] = useState(false);
  const { save, fault, isSaving } = useSave(onSaved);
  const errorAt = (...path: string[]) =>
    fault?.issues.find((issue) => issue.path.join('.') === path.join('.'))?.message;
  const missing = (value: string) => (isChecked && value.trim() === '' ? t('form.missing') : undefined);
  const submit = () => {
    setIsChecked(true);
    if (isSaving || !label.en.trim() || !label.zh.trim() || (!disposition && !key.trim())) return;
    const facts = { label, position: Number(position) || 0 };
    if (disposition) save('update', { ...facts, dispositionId: disposition.id, expectedVersion: disposition.version });
    else save('create', { ...facts, key });
  };
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FaultNote fault={fault} shown={['key', 'label', 'position']} />
      {!disposition && (
        <TextInput
          name="key"
          label={t('key')}
          hint={t('keyHint')}
          isRequired
          value={key}
          maxLength={60}
          error={missing(key) ?? errorAt('key')}
          onChange={setKey}
        />
      )}
      <TextInput
        name="en"
        label={t('disposition.en')}
        isRequired
        value={label.en}
        maxLength={60}
        error={missing(label.en) ?? errorAt('label', 'en')}
        onChange={(en) => setLabel((before) => ({ ...before, en }))}
      />
      <TextInput
        name="zh"
        label={t('disposition.zh')}
        isRequired
        value={label.zh}
        maxLength={60}
        error={missing(label.zh) ?? errorAt('label', 'zh')}
        onChange={(zh) => setLabel((before) => ({ ...before, zh }))}
      />
      <TextInput
        name="position"
        type="number"
        min={0}
        max={1000}
        label={t('disposition.position')}
        value={position}
        error={errorAt('position')}
        onChange={setPosition}
      />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t(disposition ? 'save' : 'disposition.create')}
        </Button>
      </div>
    </form>
  );
}
