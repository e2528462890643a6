import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Button from '@mui/material/Button';
import { defineAction } from '~/admin/define-action.server.ts';
import { unlessEnded } from '~/admin/unless-ended.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import '~/simulation/simulation.css';
import { acceptTestMutation } from '~/simulation/simulation-operations.ts';
import { TestOutcomes } from '~/simulation/test-outcomes.tsx';
import { useToast } from '~/shell/toast.tsx';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-context.tsx';
import { discardDraftMutation, draftReviewQuery, publishDraftMutation } from './draft-operations.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, draftReviewQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'TicketTypeDraft') throw new Response(null, { status: 404 });
  return node;
}

export const action = defineAction({
  publish: publishDraftMutation,
  discard: discardDraftMutation,
  acceptTest: acceptTestMutation,
});

export const shouldRevalidate = unlessEnded('publish', 'discard');

/** What would be published, in words, and what still keeps it from that. */
export default function PublishPage() {
  const { t } = useTranslation(['designer', 'simulation']);
  const navigate = useNavigate();
  const toast = useToast();
  const review = useLoaderData<typeof loader>();
  const { id, revision, state, definition } = useDraft();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (review.revision !== revision) revalidate();
  }, [review.revision, revision, revalidate]);
  const publishing = useSave((value) => {
    const { ticketType } = value as { ticketType?: { id: string } };
    toast(t('published'));
    navigate(ticketType ? `/ticket-types/${encodeURIComponent(ticketType.id)}` : '/ticket-types');
  });
  const discarding = useSave(() => {
    toast(t('discarded'));
    navigate('/ticket-types');
  });
  const isCurrent = state === 'saved' && review.revision === revision;
  const failing = review.testOutcomes.filter((outcome) => !outcome.hasPassed).length;
  const [isAnyway, setIsAnyway] = useState(false);
  const isBlocked = review.faults.length > 0 || (failing > 0 && !isAnyway);
  return (
    <div className="designer-page">
      <section className="admin-section">
        <h2>{t('changes.title', { count: review.changes.length })}</h2>
        {review.changes.length === 0 && <p className="quiet">{t('changes.none')}</p>}
        <ChangeList changes={review.changes} definition={definition} before={review.basedOn?.definition} />
      </section>
      {review.apiLosses.length > 0 && (
        <section className="admin-section">
          <h2>{t('losses.title', { count: review.apiLosses.length })}</h2>
          <p className="quiet">{t('losses.text')}</p>
          <ul className="api-losses">
            {review.apiLosses.map(({ kind, subject, text }) => (
              <li key={`${kind} ${subject} ${text.text}`}>{text.text}</li>
            ))}
          </ul>
        </section>
      )}
      <TestOutcomes draftId={id} outcomes={review.testOutcomes} />
      {failing > 0 && (
        <label className="admin-option">
          <input
            type="checkbox"
            className="check"
            checked={isAnyway}
            onChange={({ target }) => setIsAnyway(target.checked)}
          />
          {t('outcomes.publishAnyway', { ns: 'simulation', count: failing })}
        </label>
      )}
      {review.faults.length > 0 && (
        <p role="status" className="admin-fault">
          {t('blocked', { count: review.faults.length })}
        </p>
      )}
      <FaultNote fault={publishing.fault ?? discarding.fault} />
      <p className="quiet">{t('publishText')}</p>
      <div className="admin-acts">
        <Button
          variant="contained"
          color="primary"
          disabled={isBlocked || !isCurrent || publishing.isSaving}
          onClick={() =>
            publishing.save('publish', { draftId: id, expectedRevision: revision, acceptsFailingTests: isAnyway })
          }
        >
          {t('publish')}
        </Button>
        <Button
          className="tone-bad"
          disabled={discarding.isSaving}
          onClick={() => discarding.save('discard', { draftId: id })}
        >
          {t('discard')}
        </Button>
      </div>
    </div>
  );
}
