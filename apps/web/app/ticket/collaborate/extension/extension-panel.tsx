import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { Chip, type Tone } from '~/mark/chip.tsx';
import type { TicketActor } from '../../act/use-ticket-act.ts';
import type { TicketPageData } from '../../page/ticket-operations.ts';
import type { ExtensionRequest } from '../collaborate-operations.ts';
import { ExtensionDecision } from './extension-decision.tsx';

const ExtensionDialog = lazy(() =>
  import('./extension-dialog.tsx').then((module) => ({ default: module.ExtensionDialog })),
);

const tones: Record<ExtensionRequest['status'], Tone> = {
  PENDING: 'warn',
  APPROVED: 'ok',
  REJECTED: 'bad',
  WITHDRAWN: 'mute',
  LAPSED: 'mute',
};

function RequestItem({ request, act }: { request: ExtensionRequest; act: TicketActor }) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  const { status, askedBy, approver, decidedBy, comment } = request;
  const decides = approver ? t('extension.decides', { name: approver.name }) : t('extension.anyDecides');
  return (
    <li className="extension-item">
      <p className="side-line">
        <Chip tone={tones[status]} isPlain>
          {t(`extension.status.${status}`)}
        </Chip>
        <span className="cut spread" title={format.dateTime(request.dueAt)}>
          {t('extension.fromTo', { from: format.moment(request.dueBefore), to: format.moment(request.dueAt) })}
        </span>
      </p>
      <p className="small">{request.reason}</p>
      <p className="small quiet">
        {t('extension.by', { name: askedBy?.name ?? '' })} <Moment at={request.createdAt} />
        {status === 'PENDING' && <> · {decides}</>}
      </p>
      {decidedBy && comment && (
        <p className="small quiet">{t('extension.decidedBy', { name: decidedBy.name, comment })}</p>
      )}
      {request.mayDecide && <ExtensionDecision requestId={request.id} act={act} />}
      {request.mayWithdraw && (
        <Button
          size="small"
          aria-disabled={act.isRunning}
          onClick={() =>
            act.run(
              { kind: 'withdrawExtension', input: { extensionRequestId: request.id } },
              t('told.extensionWithdrawn'),
            )
          }
        >
          {t('extension.withdraw')}
        </Button>
      )}
    </li>
  );
}

/** Requests for more time with what became of them, and the way to one more for whoever handles the ticket. */
export function ExtensionPanel({ ticket, act }: { ticket: TicketPageData; act: TicketActor }) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const { extensionOffer: offer, extensionRequests: requests } = ticket;
  if (!offer && requests.length === 0) return null;
  const isWaiting = requests.some(({ status }) => status === 'PENDING');
  return (
    <section className="side-section" aria-labelledby="extensions">
      <h2 id="extensions">
        <span className="spread">
          {t('extension.title')} {requests.length > 0 && <span className="count">{requests.length}</span>}
        </span>
      </h2>
      {offer && !isWaiting && (
        <div className="side-line">
          <Button
            size="small"
            disabled={!offer.isOpen}
            aria-describedby={offer.refusal ? 'extension-why' : undefined}
            onClick={() => setIsAsking(true)}
          >
            {t('extension.ask')}
          </Button>
          {offer.refusal && (
            <span id="extension-why" className="small quiet">
              {offer.refusal} {offer.opensAt && t('extension.opensAt', { at: format.moment(offer.opensAt) })}
            </span>
          )}
        </div>
      )}
      <ul>
        {requests.map((request) => (
          <RequestItem key={request.id} request={request} act={act} />
        ))}
      </ul>
      {isAsking && offer && (
        <Suspense>
          <ExtensionDialog ticket={ticket} offer={offer} act={act} onClose={() => setIsAsking(false)} />
        </Suspense>
      )}
    </section>
  );
}
