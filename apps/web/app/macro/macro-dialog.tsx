import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AutomationNames, type AutomationKnown } from '~/automation/automation-names.tsx';
import { useActionWords } from '~/automation/use-action-words.ts';
import { Chip, type Tone } from '~/mark/chip.tsx';
import type { TicketActor } from '~/ticket/act/use-ticket-act.ts';
import type { MacroPreview } from './macro-operations.ts';
import type { MacroContent } from './macros-page.tsx';
import type { MacroChoice } from './macros-route.ts';

interface MacroDialogProps {
  macro: MacroChoice;
  ticketId: string;
  act: TicketActor;
  onClose: () => void;
}

type Lines = NonNullable<MacroPreview['preview']>;

interface Preview {
  lines: Lines;
  content: MacroContent;
  known: AutomationKnown;
}

const tones: Record<Lines[number]['outcome'], Tone> = {
  DONE: 'ok',
  SKIPPED: 'mute',
  REFUSED: 'bad',
  NOT_REACHED: 'mute',
};

/** What a macro would do to the ticket as it is now, and the button that does it. */
export function MacroDialog({ macro, ticketId, act, onClose }: MacroDialogProps) {
  const { t } = useTranslation(['macro', 'automation']);
  const [preview, setPreview] = useState<Preview | 'failed' | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    fetch(`/macros?${new URLSearchParams({ macro: macro.id, ticket: ticketId })}`, { signal: stop.signal })
      .then(async (response) => {
        const read = (await response.json()) as Preview | null;
        setPreview(response.ok && read ? read : 'failed');
      })
      .catch(() => {
        if (!stop.signal.aborted) setPreview('failed');
      });
    return () => stop.abort();
  }, [macro.id, ticketId]);
  const lines = preview === null || preview === 'failed' ? [] : preview.lines;
  const isRefused = preview === 'failed' || lines.some(({ outcome }) => outcome === 'REFUSED');
  const run = () =>
    act.run({ kind: 'runMacro', input: { macroId: macro.id, ticketId } }, t('ran', { name: macro.name }), {
      onDone: onClose,
      onFault: (fault) => setRefusal(fault.message),
    });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="macro-title">
      <DialogTitle id="macro-title">{macro.name}</DialogTitle>
      <DialogContent aria-busy={preview === null}>
        {refusal && (
          <p role="alert" className="field-error">
            {refusal}
          </p>
        )}
        <p className="small quiet">{t(preview === 'failed' ? 'cannot' : 'preview')}</p>
        {preview !== null && preview !== 'failed' && (
          <AutomationNames value={preview.known}>
            <PreviewLines {...preview} />
          </AutomationNames>
        )}
        {lines.some(({ outcome }) => outcome === 'REFUSED') && <p className="small">{t('allOrNothing')}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('back')}</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={preview === null || isRefused}
          aria-disabled={act.isRunning}
          onClick={run}
        >
          {t('run', { name: macro.name })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function PreviewLines({ lines, content }: Preview) {
  const { t } = useTranslation(['macro', 'automation']);
  const say = useActionWords(content.typeId);
  return (
    <ol className="macro-lines">
      {content.actions.map((action, index) => {
        const line = lines[index];
        return (
          <li key={index} className="side-line">
            <span className="spread">
              {say(action)}
              {line && line.count !== null && ` · ${t('automation:told', { count: line.count })}`}
              {line?.reason && <span className="field-error">{line.reason.text}</span>}
            </span>
            {line && <Chip tone={tones[line.outcome]}>{t(`outcome.${line.outcome}`)}</Chip>}
          </li>
        );
      })}
    </ol>
  );
}
