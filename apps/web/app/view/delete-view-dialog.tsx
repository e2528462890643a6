import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslation } from 'react-i18next';
import type { SavedViewData } from './view-operations.ts';

interface DeleteViewDialogProps {
  view: Pick<SavedViewData, 'name' | 'sharing'>;
  /** Why it was not deleted. */
  fault: string | undefined;
  isSaving: boolean;
  onDelete: () => void;
  onClose: () => void;
}

/** Asks before a view goes, and says so where others lose it too. */
export function DeleteViewDialog({ view, fault, isSaving, onDelete, onClose }: DeleteViewDialogProps) {
  const { t } = useTranslation('list');
  return (
    <Dialog open onClose={onClose} maxWidth="xs" aria-labelledby="delete-view">
      <DialogTitle id="delete-view">
        {t(view.sharing === 'NOBODY' ? 'view.deleteQuestion' : 'view.deleteShared', { name: view.name })}
      </DialogTitle>
      {fault && (
        <p role="alert" className="field-error">
          {fault}
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t('view.back')}</Button>
        <Button variant="contained" className="tone-bad" aria-disabled={isSaving} onClick={onDelete}>
          {t('view.deleteDo', { name: view.name })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
