import { useTranslation } from 'react-i18next';
import { ConfirmCount } from '~/admin/confirm-count.tsx';

interface DeleteFieldProps {
  field: { id: string; version: number; recordCount: number; uses: readonly object[] };
}

/** Deletes a field that no form has, once the number of records that lose a value was typed. */
export function DeleteField({ field }: DeleteFieldProps) {
  const { t } = useTranslation('shared-field');
  const count = field.recordCount;
  if (field.uses.length > 0) return <span className="small quiet">{t('inForms')}</span>;
  return (
    <ConfirmCount
      title={t('delete')}
      text={t('deleteText', { count })}
      doIt={t('deleteRecords', { count })}
      count={count}
      intent="delete"
      input={{ fieldId: field.id, expectedVersion: field.version, confirmedRecords: count }}
    />
  );
}
