import '~/ticket-type/designer/designer.css';
import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import Button from '@mui/material/Button';
import { useNavigate } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';

interface NewFormPanelProps {
  types: readonly { id: string; name: { text: string } }[];
  onClose: () => void;
}

/** Begins a form over a ticket type; what it asks for is chosen on its page. */
export function NewFormPanel({ types, onClose }: NewFormPanelProps) {
  const { t } = useTranslation('external-form');
  const navigate = useNavigate();
  const [typeId, setTypeId] = useState<string | null>(null);
  const [title, setTitle] = useState<LocalizedText>();
  const { save, fault, isSaving } = useSave((value) => {
    const { form } = value as { form?: { id: string } };
    if (form) navigate(`/external-forms/${encodeURIComponent(form.id)}`);
  });
  const isWhole = typeId !== null && Boolean(title?.en && title.zh);
  return (
    <SidePanel title={t('new')} onClose={onClose}>
      <form
        noValidate
        className="admin-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole && !isSaving) save('create', { typeId, title });
        }}
      >
        <FaultNote fault={fault} />
        <SelectInput
          name="type"
          label={t('type')}
          hint={t('typeHint')}
          isRequired
          value={typeId}
          options={types.map(({ id, name }) => ({ value: id, label: name.text }))}
          onChange={setTypeId}
        />
        <LocalizedInput name="title" label={t('name')} isRequired value={title} onChange={setTitle} />
        <div className="admin-acts">
          <Button type="submit" variant="contained" color="primary" disabled={!isWhole} aria-disabled={isSaving}>
            {t('create')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
