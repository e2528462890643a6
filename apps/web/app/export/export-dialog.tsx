import '~/job/job.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { tellTray } from '~/job/use-tray.ts';
import { useToast } from '~/shell/toast.tsx';
import type { loader } from './export-route.ts';

/** What is written: everything that the list shows so. */
export interface ExportedList {
  list: 'TICKETS' | 'CUSTOMERS';
  query: { view?: string | null; filter: object | null };
}

const formats = ['xlsx', 'csv'] as const;
/** What is chosen at first. */
const usual = ['number', 'title', 'type', 'status', 'urgency', 'customer', 'handler', 'dueAt', 'createdAt'].concat([
  'name',
  'company',
  'kind',
  'level',
  'phones',
  'region',
  'owner',
]);

/** Which columns in which order, and the kind of file. */
export function ExportDialog({ list, query, onClose }: ExportedList & { onClose: () => void }) {
  const { t } = useTranslation('job');
  const toast = useToast();
  const { load, data: columns } = useFetcher<typeof loader>();
  const [chosen, setChosen] = useState<PickerChoice[] | null>(null);
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx');
  const { save, fault, isSaving } = useSave(() => {
    tellTray();
    toast(t('export.begun'));
    onClose();
  }, '/exports/new');
  useEffect(() => load(`/exports/new?list=${list}`), [load, list]);
  const value = chosen ?? (columns ?? []).filter(({ id }) => usual.includes(id));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="export-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (value.length === 0) return;
          const input = { list, query, columns: value.map(({ id }) => id), format: format.toUpperCase() };
          save('create', input);
        }}
      >
        <DialogTitle id="export-title">{t('export.title')}</DialogTitle>
        <DialogContent className="bulk-fields">
          <FaultNote fault={fault} />
          <PickerInput
            label={t('export.columns')}
            isRequired
            isMultiple
            options={columns ?? []}
            value={value}
            error={columns && value.length === 0 ? t('export.missing') : undefined}
            onChange={setChosen}
          />
          <SelectInput
            name="format"
            label={t('export.format')}
            isRequired
            value={format}
            options={formats.map((each) => ({ value: each, label: t(`export.${each}`) }))}
            onChange={(each) => setFormat(each === 'csv' ? 'csv' : 'xlsx')}
          />
          <p className="small quiet">{t('export.note')}</p>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('bulk.back')}</Button>
          <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
            {t('export.go')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
