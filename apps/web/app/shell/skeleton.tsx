import './skeleton.css';
import { useTranslation } from 'react-i18next';
import { Late } from './late.tsx';

/** Grey lines in the place and size of what is coming. */
export function SkeletonLines({ rows, height = 'var(--row)' }: { rows: number; height?: string }) {
  const { t } = useTranslation('shell');
  return (
    <Late>
      <div role="status" className="skeleton">
        <span className="visually-hidden">{t('loading')}</span>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="skeleton-row" style={{ height }}>
            <span style={{ width: `${18 + ((row * 7) % 12)}%` }} />
            <span style={{ width: `${40 + ((row * 11) % 16)}%` }} />
            <span style={{ width: '12%' }} />
          </div>
        ))}
      </div>
    </Late>
  );
}
