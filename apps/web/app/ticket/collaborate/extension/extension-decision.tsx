import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketActor } from '../../act/use-ticket-act.ts';

const ReasonDialog = lazy(() =>
  import('../../act/reason-dialog.tsx').then((module) => ({ default: module.ReasonDialog })),
);

/** Grants or rejects a request for more time. */
export function ExtensionDecision({ requestId, act }: { requestId: string; act: TicketActor }) {
  const { t } = useTranslation('collaboration');
  const [isRejecting, setIsRejecting] = useState(false);
  const decide = (isApproved: boolean, comment: string | null) =>
    act.run(
      { kind: 'decideExtension', input: { extensionRequestId: requestId, isApproved, comment } },
      t(isApproved ? 'told.extensionApproved' : 'told.extensionRejected'),
      { onDone: () => setIsRejecting(false) },
    );
  return (
    <span className="extension-decision">
      <Button size="small" variant="contained" aria-disabled={act.isRunning} onClick={() => decide(true, null)}>
        {t('extension.approve')}
      </Button>
      <Button size="small" aria-disabled={act.isRunning} onClick={() => setIsRejecting(true)}>
        {t('extension.reject')}
      </Button>
      {isRejecting && (
        <Suspense>
          <ReasonDialog
            title={t('extension.rejectTitle')}
            doIt={t('extension.reject')}
            onClose={() => setIsRejecting(false)}
            onDo={(reason) => decide(false, reason)}
          />
        </Suspense>
      )}
    </span>
  );
}
