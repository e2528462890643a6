import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useBlocker } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { jsonBody, mayOutliveItsPage } from '~/form/leaving-body.ts';
import { useDraft } from './draft-context.tsx';

/**
 * Keeps what was changed last when somebody leaves the designer: another page opens once it is saved, and a tab that
 * closes sends it on its way out. It asks only where that cannot be done.
 */
export function LeaveDesigner({ path }: { path: string }) {
  const { t } = useTranslation('designer');
  const { id, definition, revision, state, fault, clash, saveNow } = useDraft();
  const isKept = state === 'saved';
  const blocker = useBlocker(({ nextLocation }) => !isKept && !nextLocation.pathname.startsWith(path));
  const isLeaving = blocker.state === 'blocked';

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (isKept) blocker.proceed();
    else if (state === 'waiting') saveNow();
  }, [blocker, isKept, state, saveNow]);

  useEffect(() => {
    if (isKept) return;
    const bodyToSend = (): Blob | null => {
      const input = { draftId: id, baseRevision: revision, definition };
      const body = jsonBody({ intent: 'save', input });
      return state === 'waiting' && mayOutliveItsPage(body) ? body : null;
    };
    const onLeave = (event: Event) => {
      if (!bodyToSend()) event.preventDefault();
    };
    const onGone = () => {
      const body = bodyToSend();
      if (!body) return;
      void fetch('/ticket-types/drafts/save', { method: 'post', body, redirect: 'error', keepalive: true });
    };
    addEventListener('beforeunload', onLeave);
    addEventListener('pagehide', onGone);
    return () => {
      removeEventListener('beforeunload', onLeave);
      removeEventListener('pagehide', onGone);
    };
  }, [isKept, state, id, revision, definition]);

  if (!isLeaving || !fault || clash) return null;
  return (
    <Dialog open onClose={() => blocker.reset()} maxWidth="xs" fullWidth aria-labelledby="leave-designer">
      <DialogTitle id="leave-designer">{t('leave.title')}</DialogTitle>
      <DialogContent>
        <FaultNote fault={fault} />
        <p>{t('leave.text')}</p>
      </DialogContent>
      <DialogActions>
        <Button className="tone-bad" onClick={() => blocker.proceed()}>
          {t('leave.anyway')}
        </Button>
        <Button variant="contained" autoFocus onClick={() => blocker.reset()}>
          {t('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
