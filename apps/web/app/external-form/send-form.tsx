import Button from '@mui/material/Button';
import { useFetcher } from '@remix-run/react';
import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import type { FormLink } from './external-form-operations.ts';
import { LinkShown } from './link-shown.tsx';
import type { loader } from './send-form-route.ts';

const sendPath = '/external-forms/send';
const goodForDays = ['1', '7', '30'] as const;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Makes a link to a form for one customer, good for a single use, to be sent to them. */
export function SendForm({ customer }: { customer: { id: string; name: string } }) {
  const { t } = useTranslation('external-form');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button startIcon={<FileInput size={16} />} onClick={() => setIsOpen(true)}>
        <span className="customer-word">{t('send')}</span>
      </Button>
      {isOpen && (
        <SidePanel title={t('sendTo', { name: customer.name })} onClose={() => setIsOpen(false)}>
          <LinkMaker customer={customer} />
        </SidePanel>
      )}
    </>
  );
}

function LinkMaker({ customer }: { customer: { id: string; name: string } }) {
  const { t } = useTranslation('external-form');
  const { data: forms, load } = useFetcher<typeof loader>();
  const [formId, setFormId] = useState<string | null>(null);
  const [days, setDays] = useState<string>('7');
  const [link, setLink] = useState<FormLink | null>(null);
  useEffect(() => load(sendPath), [load]);
  const { save, fault, isSaving } = useSave((value) => {
    setLink((value as { link?: FormLink }).link ?? null);
  }, sendPath);
  if (link) return <LinkShown link={link} />;
  if (!forms) return <p className="admin-section quiet">{t('loading')}</p>;
  if (forms.length === 0) return <p className="admin-section quiet">{t('noneToSend')}</p>;
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaving || !formId) return;
        const expiresAt = new Date(Date.now() + Number(days) * DAY_MILLISECONDS).toISOString();
        save('link', { formId, name: customer.name.slice(0, 100), customerId: customer.id, maxUses: 1, expiresAt });
      }}
    >
      <FaultNote fault={fault} />
      <SelectInput
        name="form"
        label={t('form')}
        isRequired
        value={formId}
        options={forms.map((form) => ({ value: form.id, label: form.title.text }))}
        onChange={setFormId}
      />
      <SelectInput
        name="days"
        label={t('goodFor')}
        hint={t('onceOnly')}
        isRequired
        value={days}
        options={goodForDays.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
        onChange={(value) => setDays(value ?? '7')}
      />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" disabled={!formId} aria-disabled={isSaving}>
          {t('makeLink')}
        </Button>
      </div>
    </form>
  );
}
