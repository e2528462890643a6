import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { findCustomers } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { fromWallTime } from '~/format/wall-time.ts';
import type { FormLink } from './external-form-operations.ts';

interface NewLinkFormProps {
  formId: string;
  onMade: (link: FormLink) => void;
}

/** A link for anybody or for one customer, with an end and a number of uses where there is to be one. */
export function NewLinkForm({ formId, onMade }: NewLinkFormProps) {
  const { t } = useTranslation('external-form');
  const { timeZone } = useFormat();
  const [name, setName] = useState('');
  const [customer, setCustomer] = useState<PickerChoice | null>(null);
  const [expiresAt, setExpiresAt] = useState('');
  const [maxUses, setMaxUses] = useState('');
  const { save, fault, isSaving } = useSave((value) => {
    const { link } = value as { link?: FormLink };
    if (link) onMade(link);
  });
  const errorAt = (field: string) => fault?.issues.find((issue) => issue.path[0] === field)?.message;
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaving || name.trim() === '') return;
        save('link', {
          formId,
          name,
          customerId: customer?.id ?? null,
          expiresAt: expiresAt === '' ? null : fromWallTime(expiresAt, timeZone),
          maxUses: maxUses === '' ? null : Number(maxUses),
        });
      }}
    >
      <FaultNote fault={fault} shown={['expiresAt', 'maxUses', 'name']} />
      <TextInput
        name="name"
        label={t('linkName')}
        hint={t('linkNameHint')}
        isRequired
        maxLength={100}
        autoComplete="off"
        value={name}
        error={errorAt('name')}
        onChange={setName}
      />
      <PickerInput
        label={t('for')}
        hint={t('forHint')}
        value={customer ? [customer] : []}
        find={findCustomers}
        onChange={([choice]) => setCustomer(choice ?? null)}
      />
      <TextInput
        name="expiresAt"
        type="datetime-local"
        label={t('expires')}
        value={expiresAt}
        error={errorAt('expiresAt')}
        onChange={setExpiresAt}
      />
      <TextInput
        name="maxUses"
        type="number"
        min={1}
        label={t('maxUses')}
        hint={t('maxUsesHint')}
        value={maxUses}
        error={errorAt('maxUses')}
        onChange={setMaxUses}
      />
      <div className="admin-acts">
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={name.trim() === ''}
          aria-disabled={isSaving}
        >
          {t('makeLink')}
        </Button>
      </div>
    </form>
  );
}
