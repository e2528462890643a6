import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { CheckBox } from '~/flow/designer/check-box.tsx';
import { SelectInput, type SelectOption } from '~/form/select-input.tsx';
import type { CustomerFieldRow } from './customer-field-operations.ts';

/** Chooses a shared field that customers are asked for from now on. */
export function AddFieldForm({ offered, onDone }: { offered: readonly SelectOption[]; onDone: () => void }) {
  const { t } = useTranslation('customer-field');
  const [fieldId, setFieldId] = useState<string | null>(offered[0]?.value ?? null);
  const [isRequired, setIsRequired] = useState(false);
  const [isSearchable, setIsSearchable] = useState(false);
  const { save, fault, isSaving } = useSave(onDone);
  if (offered.length === 0) {
    return (
      <p className="panel-form quiet">
        {t('noneLeft')} <Link to="/admin/fields">{t('toFields')}</Link>
      </p>
    );
  }
  return (
    <form
      className="panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving && fieldId) save('add', { fieldId, isRequired, isSearchable });
      }}
    >
      <FaultNote fault={fault} />
      <p className="quiet">{t('addText')}</p>
      <SelectInput
        name="field"
        label={t('choose')}
        isRequired
        value={fieldId}
        options={offered}
        onChange={setFieldId}
      />
      <CheckBox label={t('required')} checked={isRequired} onChange={setIsRequired} />
      <CheckBox label={t('searchable')} checked={isSearchable} onChange={setIsSearchable} />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}

/** Whether a field has to be filled in, and whether lists are narrowed by it. */
export function EditFieldForm({ field, onDone }: { field: CustomerFieldRow; onDone: () => void }) {
  const { t } = useTranslation('customer-field');
  const [isRequired, setIsRequired] = useState(field.isRequired);
  const [isSearchable, setIsSearchable] = useState(field.isSearchable);
  const { save, fault, isSaving } = useSave(onDone);
  const isChosen = field.kind === 'USER_DEFINED';
  return (
    <form
      className="panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        const { key, version: expectedVersion } = field;
        if (!isSaving) save('update', { key, expectedVersion, isRequired, ...(isChosen && { isSearchable }) });
      }}
    >
      <FaultNote fault={fault} />
      <CheckBox label={t('required')} checked={isRequired} onChange={setIsRequired} />
      {isChosen && <CheckBox label={t('searchable')} checked={isSearchable} onChange={setIsSearchable} />}
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
