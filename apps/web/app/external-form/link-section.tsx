import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { Link2, QrCode } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { Moment } from '~/format/moment.tsx';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import type { ExternalFormRecord, FormLink } from './external-form-operations.ts';
import { LinkShown } from './link-shown.tsx';
import { NewLinkForm } from './new-link-form.tsx';

const tones = { OPEN: 'ok', EXPIRED: 'mute', USED: 'mute', REVOKED: 'bad', DISABLED: 'mute' } as const;

/** The links that lead to a form, how much each is used, and where to make and end one. */
export function LinkSection({ form, isFirstPage }: { form: ExternalFormRecord; isFirstPage: boolean }) {
  const { t } = useTranslation('external-form');
  const [shown, setShown] = useState<FormLink | 'new' | null>(null);
  const links = form.links.edges.map(({ node }) => node);
  const { endCursor, hasNextPage } = form.links.pageInfo;
  return (
    <section className="admin-section" aria-labelledby="form-links">
      <div className="admin-acts">
        <h2 id="form-links" className="spread">
          {t('links')}
        </h2>
        <Button startIcon={<Link2 size={16} />} onClick={() => setShown('new')}>
          {t('newLink')}
        </Button>
      </div>
      <AdminTable
        label={t('links')}
        rows={links}
        rowId={(link) => link.id}
        empty={t('noLinks')}
        columns={[
          {
            header: t('linkName'),
            cell: (link) => (
              <button type="button" className="link-button link-name" onClick={() => setShown(link)}>
                {link.name} <QrCode size={14} aria-label={t('qr')} />
              </button>
            ),
          },
          {
            header: t('for'),
            cell: (link) =>
              link.customer ? (
                <Link to={`/customers/${encodeURIComponent(link.customer.id)}`}>{link.customer.name}</Link>
              ) : (
                t('anybody')
              ),
          },
          { header: t('views'), cell: (link) => link.viewCount },
          {
            header: t('submissions'),
            cell: (link) => (link.maxUses === null ? link.useCount : `${link.useCount} / ${link.maxUses}`),
          },
          { header: t('lastUsed'), cell: (link) => (link.lastUsedAt ? <Moment at={link.lastUsedAt} /> : t('never')) },
          { header: t('expires'), cell: (link) => (link.expiresAt ? <Moment at={link.expiresAt} /> : t('noEnd')) },
          {
            header: t('state'),
            cell: (link) => (
              <>
                <Chip tone={tones[link.state]}>{t(`linkState.${link.state}`)}</Chip>{' '}
                {link.state !== 'REVOKED' && (
                  <ActButton intent="revoke" input={{ linkId: link.id }} isDangerous>
                    {t('revoke')}
                  </ActButton>
                )}
              </>
            ),
          },
        ]}
      />
      <div className="admin-acts">
        {!isFirstPage && <Link to=".">{t('firstLinks')}</Link>}
        {hasNextPage && endCursor && <Link to={`?after=${encodeURIComponent(endCursor)}`}>{t('moreLinks')}</Link>}
      </div>
      {shown && (
        <SidePanel title={shown === 'new' ? t('newLink') : shown.name} onClose={() => setShown(null)}>
          {shown === 'new' ? <NewLinkForm formId={form.id} onMade={setShown} /> : <LinkShown link={shown} />}
        </SidePanel>
      )}
    </section>
  );
}
