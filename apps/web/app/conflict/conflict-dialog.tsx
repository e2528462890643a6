import './conflict.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';

export type Side = 'mine' | 'theirs';

/** A field that two people changed, in words. */
export interface ConflictChoice {
  field: string;
  label: string;
  mine: string;
  theirs: string;
  before: string;
  by: string | null;
  at: string | null;
}

interface ConflictDialogProps {
  choices: readonly ConflictChoice[];
  onChoose: (sides: Readonly<Record<string, Side>>) => void;
  /** Back to the form, where everything typed still stands; without it one has to choose. */
  onClose?: () => void;
}

/** Shows side by side what two people made of the same fields, and lets one choose what is to stand. */
export function ConflictDialog({ choices, onChoose, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('form');
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>(() =>
    Object.fromEntries(choices.map(({ field }) => [field, 'mine' as const])),
  );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('conflict.title', { count: choices.length })}</DialogTitle>
      <DialogContent className="conflict">
        <p className="quiet">{t('conflict.why')}</p>
        {choices.map((choice) => (
          <fieldset key={choice.field} className="conflict-field">
            <legend>{choice.label}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className="conflict-side">
                <input
                  type="radio"
                  name={`conflict-${choice.field}`}
                  checked={sides[choice.field] === side}
                  onChange={() => setSides((before) => ({ ...before, [choice.field]: side }))}
                />
                <span className="small quiet">
                  {side === 'mine' || !choice.by ? t(`conflict.${side}`) : choice.by}
                  {side === 'theirs' && choice.at && (
                    <>
                      {' · '}
                      <Moment at={choice.at} />
                    </>
                  )}
                </span>
                <span className="conflict-value">{choice[side] || t('conflict.empty')}</span>
              </label>
            ))}
            <p className="conflict-side is-before">
              <span>
                <span className="small quiet">{t('conflict.before')}</span>
                <span className="conflict-value">{choice.before || t('conflict.empty')}</span>
              </span>
            </p>
          </fieldset>
        ))}
      </DialogContent>
      <DialogActions>
        {onClose && <Button onClick={onClose}>{t('conflict.back')}</Button>}
        <Button variant="contained" color="primary" onClick={() => onChoose(sides)}>
          {t('conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
