import '~/form/designer/form-designer.css';
import '~/ticket-type/designer/designer.css';
import type { SharedField } from '@handoff/core/field/shared-field';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { FieldFacts, FieldName, withPart, type Part } from '~/form/designer/field/field-facts.tsx';
import { useToast } from '~/shell/toast.tsx';

interface FieldFormProps {
  field: { id: string; version: number; definition: SharedField };
}

/** What a shared field is called and what it takes, with the same controls that a form's own field has. */
export function FieldForm({ field }: FieldFormProps) {
  const { t } = useTranslation(['shared-field', 'form-designer']);
  const toast = useToast();
  const [definition, setDefinition] = useState(field.definition);
  const { save, fault, isSaving } = useSave(() => toast(t('saved')));
  const set = (name: string, value: Part) => setDefinition((before) => withPart(before, name, value));
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) save('update', { fieldId: field.id, expectedVersion: field.version, definition });
      }}
    >
      <FaultNote fault={fault} />
      <p>
        {t(`form-designer:type.${definition.type}`)} <span className="mono quiet">{definition.key}</span>
      </p>
      <FieldName field={definition} set={set} />
      <FieldFacts field={definition} set={set} />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
