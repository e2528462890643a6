import Button from '@mui/material/Button';
import { ListFilter, OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface EmptyListProps {
  isFiltered: boolean;
  /** What belongs here, and the one action that brings it about. */
  text: string;
  action?: ReactNode;
  onClearFilters: () => void;
}

export function EmptyList({ isFiltered, text, action, onClearFilters }: EmptyListProps) {
  const { t } = useTranslation('list');
  return (
    <div className="list-state" role="status">
      <ListFilter size={20} className="quiet" />
      <div className="spread">
        <b>{t(isFiltered ? 'empty.noMatch' : 'empty.nothing')}</b>
        <p className="quiet">{isFiltered ? t('empty.filtersHide') : text}</p>
      </div>
      {isFiltered ? <Button onClick={onClearFilters}>{t('empty.clearFilters')}</Button> : action}
    </div>
  );
}

export function ListError({ message, onTryAgain }: { message: string; onTryAgain: () => void }) {
  const { t } = useTranslation('list');
  return (
    <div className="list-state" role="alert">
      <OctagonAlert size={20} className="tone-bad" />
      <div className="spread">
        <b>{t('error.title')}</b>
        <p className="quiet">{message}</p>
      </div>
      <Button onClick={onTryAgain}>{t('error.tryAgain')}</Button>
    </div>
  );
}
