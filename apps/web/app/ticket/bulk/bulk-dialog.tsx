import '~/job/job.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { givenTo } from '~/form/find-choices.ts';
import { useFormat } from '~/format/format-context.tsx';
import type { RecordTotal } from '~/list/record-column.ts';
import { tellTray } from '~/job/use-tray.ts';
import { BulkFields, isComplete, noChange, type BulkChange, type BulkKind } from './bulk-fields.tsx';
import { DryRun } from './dry-run.tsx';

interface BulkDialogProps {
  kind: BulkKind;
  ids: readonly string[];
  /** Everything that the list shows, in place of the ids. */
  whole: { query: object; total: RecordTotal | null } | null;
  onBegun: () => void;
  onClose: () => void;
}

const createdId = (answer: Record<string, unknown>): string | null => {
  const { job } = answer;
  return typeof job === 'object' && job !== null && 'id' in job ? String(job.id) : null;
};

/** Asks what to do to the selected tickets; shows what it would do first, where one wants to or the whole filter is meant. */
export function BulkDialog({ kind, ids, whole, onBegun, onClose }: BulkDialogProps) {
  const { t } = useTranslation('job');
  const format = useFormat();
  const [change, setChange] = useState<BulkChange>({ ...noChange, kind });
  const [isChecked, setIsChecked] = useState(false);
  const [dryRunId, setDryRunId] = useState<string | null>(null);
  const trying = useSave((answer) => {
    setDryRunId(createdId(answer));
    tellTray();
  }, '/jobs');
  const doing = useSave(() => {
    tellTray();
    onBegun();
  }, '/jobs');
  const count = ids.length;
  const all = whole?.total ? `${format.number(whole.total.value)}${whole.total.isExact ? '' : '+'}` : '';
  const title = whole ? t('bulk.titleAll', { all }) : t('bulk.title', { count });
  const ask = (isDryRun: boolean) => {
    setIsChecked(true);
    if (!isComplete(change)) return;
    const { receiver, tags, macro, ...rest } = change;
    const input = {
      operation: 'CHANGE_TICKETS',
      change: {
        ...rest,
        ...(receiver ? givenTo(receiver) : {}),
        macroId: macro?.id ?? null,
        tagIds: tags.map(({ id }) => id),
        urgency: rest.kind === 'CHANGE_URGENCY' ? rest.urgency : null,
      },
      isDryRun,
      ...(whole ? { query: whole.query } : { ticketIds: ids }),
    };
    (isDryRun ? trying : doing).save('create', input);
  };
  const isCancelling = change.kind === 'CANCEL';
  if (dryRunId) {
    return <DryRun jobId={dryRunId} title={title} isDestructive={isCancelling} onBegun={onBegun} onClose={onClose} />;
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="bulk-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(whole !== null);
        }}
      >
        <DialogTitle id="bulk-title">{title}</DialogTitle>
        <DialogContent className="bulk-fields">
          <FaultNote fault={trying.fault ?? doing.fault} />
          <BulkFields change={change} isChecked={isChecked} onChange={setChange} />
          {(isCancelling || change.kind === 'SUBMIT' || change.kind === 'COMMENT' || change.kind === 'RUN_MACRO') && (
            <p className="small quiet">{t('bulk.noUndo')}</p>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('bulk.back')}</Button>
          {!whole && (
            <Button onClick={() => ask(true)} aria-disabled={trying.isSaving}>
              {t('bulk.try')}
            </Button>
          )}
          <Button
            type="submit"
            variant="contained"
            color={isCancelling && !whole ? 'error' : 'primary'}
            aria-disabled={trying.isSaving || doing.isSaving}
          >
            {whole ? t('bulk.preview') : t(isCancelling ? 'bulk.doCancel' : 'bulk.do', { count })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
