import type { ActionKind } from '@handoff/core/automation/action/action';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '~/mark/chip.tsx';
import type { TicketActor } from '~/ticket/act/use-ticket-act.ts';
import type { MacroPreview } from './macro-operations.ts';
import type { MacroChoice } from './macros-route.ts';

interface MacroDialogProps {
  macro: MacroChoice;
  ticketId: string;
  act: TicketActor;
  onClose: () => void;
}

type Lines = NonNullable<MacroPreview['preview']>;
const tones: Record<Lines[number]['outcome'], Tone> = {
  DONE: 'ok',
  SKIPPED: 'mute',
  REFUSED: 'bad',
  NOT_REACHED: 'mute',
};

/** What a macro would do to the ticket as it is now, and the button that does it. */
export function MacroDialog({ macro, ticketId, act, onClose }: MacroDialogProps) {
  const { t } = useTranslation(['macro', 'automation']);
  const [lines, setLines] = useState<Lines | 'failed' | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    fetch(`/macros?${new URLSearchParams({ macro: macro.id, ticket: ticketId })}`, { signal: stop.signal })
      .then(async (response) => {
        const read = (await response.json()) as Lines | null;
        setLines(response.ok && read ? read : 'failed');
      })
      .catch(() => {
        if (!stop.signal.aborted) setLines('failed');
      });
    return () => stop.abort();
  }, [macro.id, ticketId]);
  const shown = Array.isArray(lines) ? lines : [];
  const isRefused = lines === 'failed' || shown.some(({ outcome }) => outcome === 'REFUSED');
  const run = () =>
    act.run({ kind: 'runMacro', input: { macroId: macro.id, ticketId } }, t('ran', { name: macro.name }), {
      onDone: onClose,
      onFault: (fault) => setRefusal(fault.message),
    });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="macro-title">
      <DialogTitle id="macro-title">{macro.name}</DialogTitle>
      <DialogContent aria-busy={lines === null}>
        {refusal && (
          <p role="alert" className="field-error">
            {refusal}
          </p>
        )}
        <p className="small quiet">{t(lines === 'failed' ? 'cannot' : 'preview')}</p>
        <ol>
          {shown.map(({ kind, outcome, count, reason }, index) => (
            <li key={index} className="side-line">
              <span className="spread">
                {t(`automation:action.${kind as ActionKind}`)}
                {count !== null && ` · ${t('automation:told', { count })}`}
                {reason && <span className="field-error">{reason.text}</span>}
              </span>
              <Chip tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Chip>
            </li>
          ))}
        </ol>
        {shown.some(({ outcome }) => outcome === 'REFUSED') && <p className="small">{t('allOrNothing')}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('back')}</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={lines === null || isRefused}
          aria-disabled={act.isRunning}
          onClick={run}
        >
          {t('run', { name: macro.name })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
