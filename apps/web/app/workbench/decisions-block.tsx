import { Link } from '@remix-run/react';
import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { ResultOf } from '~/graphql/graphql.ts';
import { ExtensionDecision } from '~/ticket/collaborate/extension/extension-decision.tsx';
import { useTicketAct } from '~/ticket/act/use-ticket-act.ts';
import type { decisionsFragment } from './decisions-operations.ts';

/** What others asked of the person and wait for. */
export function DecisionsBlock({
  waiting,
}: {
  waiting: ResultOf<typeof decisionsFragment>['extensionRequestsToDecide'];
}) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  const act = useTicketAct();
  if (waiting.edges.length === 0) return null;
  return (
    <section className="block" aria-label={t('extension.toDecide')}>
      <h2>
        {t('extension.toDecide')} <span className="count">{format.number(waiting.totalCount.value)}</span>
      </h2>
      <ul>
        {waiting.edges.map(({ node }) => (
          <li key={node.id} className="block-line">
            <CalendarClock size={14} className="quiet" />
            <span className="cut spread">
              {node.ticket && <Link to={`/tickets/${node.ticket.number}`}>{node.ticket.title}</Link>}{' '}
              <span className="quiet" title={node.reason}>
                {node.askedBy?.name} · {t('extension.until', { at: format.moment(node.dueAt) })} · {node.reason}
              </span>
            </span>
            <ExtensionDecision requestId={node.id} act={act} />
          </li>
        ))}
      </ul>
    </section>
  );
}
