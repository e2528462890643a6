import { useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput, type SelectOption } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';

interface NewTypePanelProps {
  /** The types that a new one may begin as a copy of, by id. */
  types: readonly SelectOption[];
  /** Which one, to begin with. */
  copyOf?: string;
  onClose: () => void;
}

const fields = ['nameEn', 'nameZh', 'key', 'prefix'] as const;

/** Begins a new ticket type, from nothing or as a copy. */
export function NewTypePanel({ types, copyOf: chosen = '', onClose }: NewTypePanelProps) {
  const { t } = useTranslation('designer');
  const navigate = useNavigate();
  const [values, setValues] = useState({ nameEn: '', nameZh: '', key: '', prefix: '', copyOf: chosen });
  const { save, fault, isSaving } = useSave((value) => {
    const { draft } = value as { draft?: { id: string } };
    if (draft) navigate(`/ticket-types/drafts/${encodeURIComponent(draft.id)}/form`);
  });
  const errorAt = (field: (typeof fields)[number]) => {
    const path = field.startsWith('name') ? 'name' : field;
    const issue = fault?.issues.find((one) => one.path[0] === path);
    return issue && values[field] === '' && path === 'name'
      ? issue.message
      : path === 'name'
        ? undefined
        : issue?.message;
  };
  return (
    <SidePanel title={t('new.title')} onClose={onClose}>
      <form
        noValidate
        className="admin-form panel-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSaving) return;
          const { nameEn, nameZh, key, prefix, copyOf } = values;
          save('create', {
            name: nameEn !== '' && nameZh !== '' ? { en: nameEn, zh: nameZh } : null,
            key: key || null,
            prefix: prefix || null,
            copyOf: copyOf || null,
          });
        }}
      >
        <FaultNote fault={fault} shown={['name', 'key', 'prefix']} />
        {fields.map((field) => (
          <TextInput
            key={field}
            name={field}
            label={t(`new.${field}`)}
            hint={field === 'key' || field === 'prefix' ? t(`hint.${field}`) : undefined}
            isRequired
            autoComplete="off"
            value={values[field]}
            error={errorAt(field)}
            onChange={(text) => setValues({ ...values, [field]: field === 'prefix' ? text.toUpperCase() : text })}
          />
        ))}
        <SelectInput
          name="copyOf"
          label={t('new.copyOf')}
          value={values.copyOf || null}
          options={[{ value: '', label: t('new.fromNothing') }, ...types]}
          onChange={(copyOf) => setValues({ ...values, copyOf: copyOf ?? '' })}
        />
        <div className="admin-acts">
          <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
            {t('new.create')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
