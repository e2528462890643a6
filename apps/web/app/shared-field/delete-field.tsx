import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';

interface DeleteFieldProps {
  field: { id: string; version: number; recordCount: number; uses: readonly object[] };
}

/** Deletes a field that no form has, once the number of records that lose a value was typed. */
export function DeleteField({ field }: DeleteFieldProps) {
  const { t } = useTranslation('shared-field');
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { save, fault, isSaving } = useSave(() => setIsOpen(false));
  const count = field.recordCount;
  const isConfirmed = typed.trim() === String(count);
  if (field.uses.length > 0) return <span className="small quiet">{t('inForms')}</span>;
  return (
    <>
      <Button size="small" className="tone-bad" onClick={() => setIsOpen(true)}>
        {t('delete')}
      </Button>
      {isOpen && (
        <Dialog open onClose={() => setIsOpen(false)} fullWidth maxWidth="xs" aria-labelledby="delete-title">
          <DialogTitle id="delete-title">{t('delete')}</DialogTitle>
          <DialogContent>
            <FaultNote fault={fault} />
            <p>{t('deleteText', { count })}</p>
            <TextInput
              name="count"
              inputMode="numeric"
              label={t('confirm')}
              value={typed}
              autoComplete="off"
              onChange={setTyped}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setIsOpen(false)}>{t('cancel')}</Button>
            <Button
              variant="contained"
              color="error"
              disabled={!isConfirmed}
              aria-disabled={isSaving}
              onClick={() =>
                save('delete', {
                  fieldId: field.id,
                  expectedVersion: field.version,
                  confirmedRecords: count,
                })
              }
            >
              {t('deleteRecords', { count })}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
