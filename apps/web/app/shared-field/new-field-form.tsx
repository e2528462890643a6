import { SHARED_TYPES, type SharedType } from '@handoff/core/field/shared-field';
import Button from '@mui/material/Button';
import { useNavigate } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { newField } from '~/form/designer/edit-form.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';

const noForm = { sections: [], rules: [] };

const idOf = (answer: Record<string, unknown>): string | null => {
  const { field } = answer;
  return typeof field === 'object' && field !== null && 'id' in field ? String(field.id) : null;
};

/** What stays for ever about a shared field, its kind and its key, and what it is called; the rest follows on its page. */
export function NewFieldForm() {
  const { t } = useTranslation(['shared-field', 'form-designer', 'admin']);
  const navigate = useNavigate();
  const [type, setType] = useState<SharedType>('text');
  const [key, setKey] = useState('');
  const [label, setLabel] = useState({ en: '', zh: '' });
  const [isChecked, setIsChecked] = useState(false);
  const { save, fault, isSaving } = useSave((answer) => {
    const id = idOf(answer);
    if (id) navigate(`/admin/fields/${encodeURIComponent(id)}`);
  });
  const missing = (text: string) => (isChecked && text.trim() === '' ? t('admin:form.missing') : undefined);
  const errorAt = (...path: string[]) =>
    fault?.issues.find((issue) => issue.path.slice(1).join('.') === path.join('.'))?.message;
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isSaving || [key, label.en, label.zh].some((text) => text.trim() === '')) return;
        save('create', { definition: { ...newField(noForm, type, label), key } });
      }}
    >
      <FaultNote fault={fault} shown={['definition']} />
      <SelectInput
        name="type"
        label={t('type')}
        isRequired
        value={type}
        options={SHARED_TYPES.map((value) => ({ value, label: t(`form-designer:type.${value}`) }))}
        error={errorAt('type')}
        onChange={(value) => setType((value ?? 'text') as SharedType)}
      />
      {(['en', 'zh'] as const).map((locale) => (
        <TextInput
          key={locale}
          name={locale}
          label={t(locale === 'en' ? 'nameEn' : 'nameZh')}
          isRequired
          value={label[locale]}
          maxLength={200}
          error={missing(label[locale]) ?? errorAt('label', locale)}
          onChange={(text) => setLabel((before) => ({ ...before, [locale]: text }))}
        />
      ))}
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
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
