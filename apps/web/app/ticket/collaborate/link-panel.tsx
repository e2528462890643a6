import { Link } from '@remix-run/react';
import { Link2, Merge, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '~/mark/keys.tsx';
import { useToast } from '~/shell/toast.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import type { TicketActor } from '../act/use-ticket-act.ts';
import type { TicketPageData } from '../page/ticket-operations.ts';
import { statusOf } from '../ticket-enums.ts';
import { StatusIcon } from '../ticket-marks.tsx';
import type { TicketLink } from './collaborate-operations.ts';
import { isChosen, relations } from './link-relations.ts';

const MergeDialog = lazy(() => import('./merge/merge-dialog.tsx').then((module) => ({ default: module.MergeDialog })));
const LinkDialog = lazy(() => import('./link-dialog.tsx').then((module) => ({ default: module.LinkDialog })));

interface LinkPanelProps {
  ticket: TicketPageData;
  act: TicketActor;
}

/** How this ticket stands to others, and the way to link one more. */
export function LinkPanel({ ticket, act }: LinkPanelProps) {
  const { t } = useTranslation(['collaboration', 'ticket']);
  const toast = useToast();
  const [isLinking, setIsLinking] = useState(false);
  const [isMerging, setIsMerging] = useState(false);
  const { links, mayLink, mayMerge } = ticket;
  useShortcuts(mayLink ? [{ keys: 'ticket.link', label: t('ticket:act.link'), run: () => setIsLinking(true) }] : []);
  if (!mayLink && links.length === 0) return null;

  const unlink = ({ id, relation, ticket: other }: TicketLink) => {
    const linkAgain =
      other && isChosen(relation)
        ? () =>
            act.run(
              { kind: 'linkTickets', input: { ticketId: ticket.id, relation, otherTicketId: other.id } },
              t('told.linkedAgain'),
            )
        : undefined;
    act.run({ kind: 'unlinkTickets', input: { ticketId: ticket.id, ticketLinkId: id } }, null, {
      onDone: () => toast(t('told.unlinked'), linkAgain),
    });
  };
  return (
    <section className="side-section" aria-labelledby="links">
      <h2 id="links">
        <span className="spread">
          {t('link.title')} {links.length > 0 && <span className="count">{links.length}</span>}
        </span>
        {mayMerge && (
          <button type="button" className="link-button small" onClick={() => setIsMerging(true)}>
            <Merge size={14} />
            {t('merge.do')}
          </button>
        )}
        {mayLink && (
          <button type="button" className="link-button small" onClick={() => setIsLinking(true)}>
            <Link2 size={14} />
            {t('link.do')} <Keys keys="ticket.link" />
          </button>
        )}
      </h2>
      {links.length === 0 && <p className="small quiet">{t('link.none')}</p>}
      {relations
        .map((relation) => ({ relation, those: links.filter((link) => link.relation === relation) }))
        .filter(({ those }) => those.length > 0)
        .map(({ relation, those }) => (
          <div key={relation}>
            <h3 className="link-relation small quiet">{t(`link.is.${relation}`)}</h3>
            <ul>
              {those.map((link) => (
                <LinkItem key={link.id} link={link} isBusy={act.isRunning} onUnlink={() => unlink(link)} />
              ))}
            </ul>
          </div>
        ))}
      {isMerging && (
        <Suspense>
          <MergeDialog ticket={ticket} act={act} onClose={() => setIsMerging(false)} />
        </Suspense>
      )}
      {isLinking && (
        <Suspense>
          <LinkDialog ticket={ticket} act={act} onClose={() => setIsLinking(false)} />
        </Suspense>
      )}
    </section>
  );
}

function LinkItem({ link, isBusy, onUnlink }: { link: TicketLink; isBusy: boolean; onUnlink: () => void }) {
  const { t } = useTranslation('collaboration');
  if (!link.ticket) return null;
  const { number, title, status } = link.ticket;
  return (
    <li className="side-line">
      <StatusIcon status={statusOf(status)} />
      <Link className="cut spread" to={`/tickets/${number}`} title={title}>
        {title}
      </Link>
      <span className="mono small quiet">{number}</span>
      {link.mayUnlink && (
        <button
          type="button"
          className="row-button"
          aria-label={t('link.remove', { number })}
          aria-disabled={isBusy}
          onClick={onUnlink}
        >
          <X size={14} />
        </button>
      )}
    </li>
  );
}
