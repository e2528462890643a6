import type { SharedField } from '@handoff/core/field/shared-field';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { useToast } from '~/shell/toast.tsx';
import { MoveButtons } from '~/mark/move-buttons.tsx';
import {
  addCustomerFieldMutation,
  customerFieldsQuery,
  removeCustomerFieldMutation,
  updateCustomerFieldMutation,
  type CustomerFieldRow,
} from './customer-field-operations.ts';
import { AddFieldForm, EditFieldForm } from './field-forms.tsx';

export const handle = { i18n: ['customer-field', 'form'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerFields, fields } = await executeOperation(request, customerFieldsQuery);
  const taken = new Set(customerFields.map(({ key }) => key));
  const offered = fields
    .filter(({ key, isActive }) => isActive && !taken.has(key))
    .map(({ id, definition }) => ({ id, label: (definition as SharedField).label }));
  return { rows: customerFields, offered };
}

export const action = defineAction({
  add: addCustomerFieldMutation,
  update: updateCustomerFieldMutation,
  remove: removeCustomerFieldMutation,
});

/** What customers are asked for; which acts a row offers shows what kind of field it is. */
export default function CustomerFieldsPage() {
  const { t, i18n } = useTranslation('customer-field');
  const { rows, offered } = useLoaderData<typeof loader>();
  const [open, setOpen] = useState<CustomerFieldRow | 'new' | null>(null);
  const toast = useToast();
  const moving = useSave();
  const removing = useSave(() => toast(t('removed')));
  const chosen = rows.filter(({ kind }) => kind === 'USER_DEFINED');
  const move = ({ key, version: expectedVersion }: CustomerFieldRow, by: 1 | -1) => {
    const rest = chosen.filter((one) => one.key !== key);
    const at = chosen.findIndex((one) => one.key === key) + by;
    moving.save('update', { key, expectedVersion, beforeKey: rest[at]?.key ?? null });
  };
  const close = () => setOpen(null);
  return (
    <AdminPage
      title={t('title')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setOpen('new')}>
          {t('add')}
        </Button>
      }
    >
      <p className="quiet">{t('hint')}</p>
      <FaultNote fault={moving.fault ?? removing.fault} />
      <AdminTable
        label={t('title')}
        rows={rows}
        rowId={(row) => row.key}
        empty=""
        columns={[
          {
            header: t('name'),
            cell: (row) => (
              <>
                {row.label.text} {!row.isActive && <Chip tone="mute">{t('disabled')}</Chip>}
              </>
            ),
          },
          { header: t('key'), cell: (row) => <span className="mono">{row.key}</span> },
          { header: t('kindOf'), cell: (row) => t(`kind.${row.kind}`) },
          { header: t('required'), cell: (row) => t(row.isRequired ? 'yes' : 'no') },
          { header: t('searchable'), cell: (row) => t(row.isSearchable ? 'yes' : 'no') },
          {
            header: t('acts'),
            cell: (row) => {
              if (row.kind === 'SYSTEM') return null;
              const name = row.label.text;
              const edit = (
                <Button size="small" aria-label={t('editOne', { name })} onClick={() => setOpen(row)}>
                  {t('edit')}
                </Button>
              );
              if (row.kind === 'REQUIRED_SYSTEM') return edit;
              const at = chosen.indexOf(row);
              return (
                <>
                  {edit}
                  <Button
                    size="small"
                    aria-label={t('removeOne', { name })}
                    onClick={() => removing.save('remove', { key: row.key })}
                  >
                    {t('remove')}
                  </Button>
                  <MoveButtons
                    up={t('up', { name })}
                    down={t('down', { name })}
                    isFirst={at === 0}
                    isLast={at === chosen.length - 1}
                    onMove={(by) => move(row, by)}
                  />
                </>
              );
            },
          },
        ]}
      />
      {open === 'new' && (
        <SidePanel title={t('add')} onClose={close}>
          <AddFieldForm
            offered={offered.map(({ id, label }) => ({ value: id, label: localize(label, i18n.language) }))}
            onDone={close}
          />
        </SidePanel>
      )}
      {open !== null && open !== 'new' && (
        <SidePanel title={t('editOne', { name: open.label.text })} onClose={close}>
          <EditFieldForm key={open.key} field={open} onDone={close} />
        </SidePanel>
      )}
    </AdminPage>
  );
}
