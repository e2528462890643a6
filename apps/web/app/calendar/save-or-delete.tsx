import Button from '@mui/material/Button';
import { useNavigate } from '@remix-run/react';
import { useState } from 'react';
import { DeleteDialog } from './delete-dialog.tsx';

interface SaveOrDeleteProps {
  words: { save: string; remove: string; removeText: string; cancel: string };
  isSaving: boolean;
  /** Which record is deleted, as the action takes it. */
  which: Record<string, unknown>;
  /** Where its list is. */
  listTo: string;
}

/** The foot of a record's form: keeps what was entered, or deletes the record after asking. */
export function SaveOrDelete({ words, isSaving, which, listTo }: SaveOrDeleteProps) {
  const navigate = useNavigate();
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <>
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {words.save}
        </Button>
        <Button className="tone-bad" onClick={() => setIsDeleting(true)}>
          {words.remove}
        </Button>
      </div>
      {isDeleting && (
        <DeleteDialog
          title={words.remove}
          text={words.removeText}
          cancel={words.cancel}
          input={which}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => navigate(listTo)}
        />
      )}
    </>
  );
}
