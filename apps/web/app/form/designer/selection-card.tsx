import Button from '@mui/material/Button';
import { Copy, CopyPlus, Scissors, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FormEditing } from './use-form-editing.ts';

/** For several fields, or a whole section: what can be done with all of them. */
export function SelectionCard({ editing, title }: { editing: FormEditing; title: string }) {
  const { t } = useTranslation('form-designer');
  return (
    <div className="inspector" role="group" aria-label={title}>
      <h2>{title}</h2>
      <div className="selection-acts">
        <Button size="small" startIcon={<Copy size={14} />} onClick={editing.copy}>
          {t('copy')}
        </Button>
        <Button size="small" startIcon={<Scissors size={14} />} onClick={editing.cut}>
          {t('cut')}
        </Button>
        <Button size="small" startIcon={<CopyPlus size={14} />} onClick={editing.duplicate}>
          {t('duplicate')}
        </Button>
        {editing.fields.length > 0 && (
          <Button size="small" className="tone-bad" startIcon={<Trash2 size={14} />} onClick={() => editing.remove()}>
            {t('removeFields', { count: editing.fields.length })}
          </Button>
        )}
      </div>
    </div>
  );
}
