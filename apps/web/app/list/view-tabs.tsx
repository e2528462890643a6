import { Link } from '@remix-run/react';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';

export interface SavedView {
  id: string;
  label: string;
  count: number | null;
  /** Counted in red: what is late. */
  isAlarming?: boolean;
  /** Others see it too. */
  isShared?: boolean;
}

interface ViewTabsProps {
  label: string;
  views: readonly SavedView[];
  active: string;
  onChoose: (view: string) => void;
}

/** Saved views as links, so that they open in a new tab too; `V` and a digit go to one. */
export function ViewTabs({ label, views, active, onChoose }: ViewTabsProps) {
  const { t } = useTranslation('list');
  const format = useFormat();
  useShortcuts(
    views.slice(0, 9).map((view, index) => ({
      keys: `list.view ${index + 1}` as const,
      label: t('keys.view', { view: view.label }),
      run: () => onChoose(view.id),
    })),
  );
  return (
    <nav className="tabs" aria-label={label}>
      {views.map((view) => (
        <Link
          key={view.id}
          to={`?view=${encodeURIComponent(view.id)}`}
          aria-current={view.id === active ? 'page' : undefined}
          preventScrollReset
        >
          {view.isShared && <Users size={14} role="img" aria-label={t('view.shared')} />}
          {view.label}
          {view.count !== null && (
            <span className={view.isAlarming && view.count > 0 ? 'count tone-bad' : 'count'}>
              {format.number(view.count)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
