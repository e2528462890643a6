import Button from '@mui/material/Button';
import { isRouteErrorResponse, Link, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { CloudOff, DatabaseZap, FileQuestion, Lock, OctagonAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from './page-heading.tsx';

type Kind = 'missing' | 'forbidden' | 'unexpected' | 'unreachable' | 'away';

const icons = {
  missing: FileQuestion,
  forbidden: Lock,
  unexpected: OctagonAlert,
  unreachable: CloudOff,
  away: DatabaseZap,
};

function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return 'missing';
    if (error.status === 403) return 'forbidden';
    if (error.status === 503) return 'away';
  }
  return error instanceof TypeError && /fetch|network/i.test(error.message) ? 'unreachable' : 'unexpected';
}

/** Stands in a page's place when it cannot be shown: says what happened, what was kept and what to do. */
export function ErrorPage({ isWholePage = false }: { isWholePage?: boolean }) {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  const root = useRouteLoaderData<{ requestCode?: string }>('root');
  const kind = kindOf(error);
  const Icon = icons[kind];
  const Place = isWholePage ? 'main' : 'div';
  return (
    <Place className="error-page" role={kind === 'missing' ? undefined : 'alert'}>
      <Icon size={20} className={kind === 'missing' ? 'quiet' : 'tone-bad'} />
      <PageHeading>{t(`error.${kind}.title`)}</PageHeading>
      <p className="error-text">
        {t(`error.${kind}.text`)}
        {kind === 'unexpected' && root?.requestCode && ` ${t('error.code', { code: root.requestCode })}`}
      </p>
      <div className="error-actions">
        {kind !== 'missing' && kind !== 'forbidden' && (
          <Button variant="contained" color="primary" onClick={() => window.location.reload()}>
            {t('error.tryAgain')}
          </Button>
        )}
        <Button component={Link} to="/">
          {t('error.home')}
        </Button>
      </div>
    </Place>
  );
}
