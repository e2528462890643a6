import { Link } from '@remix-run/react';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '~/shell/page-heading.tsx';

interface AdminPageProps {
  title: string;
  /** The list that the page belongs to. */
  back?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** Title, acts, and below them what scrolls. */
export function AdminPage({ title, back, actions, children }: AdminPageProps) {
  const { t } = useTranslation('admin');
  return (
    <div className="admin-page">
      <header className="admin-head">
        {back && (
          <Link to={back} className="admin-back" aria-label={t('back')}>
            <ChevronLeft size={18} />
          </Link>
        )}
        <PageHeading className="spread cut">{title}</PageHeading>
        {actions}
      </header>
      <div className="admin-body">{children}</div>
    </div>
  );
}
