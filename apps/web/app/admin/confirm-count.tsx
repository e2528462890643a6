import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { FaultNote } from './fault-note.tsx';
import { useSave } from './use-save.ts';

interface ConfirmCountProps {
  /** The button that opens it, and its title. */
  title: string;
  text: string;
  /** Names what is done, to how many. */
  doIt: string;
  /** What has to be typed. */
  count: number;
  intent: string;
  input: Record<string, unknown>;
  onDone?: () => void;
  /** False while a choice is missing. */
  isReady?: boolean;
  /** Choices before the number. */
  children?: ReactNode;
}

/** Does what cannot be undone to many records, once their number was typed. */
export function ConfirmCount(props: ConfirmCountProps) {
  const { title, text, doIt, count, intent, input, onDone, isReady = true, children } = props;
  const { t } = useTranslation('admin');
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { save, fault, isSaving } = useSave(() => {
    setIsOpen(false);
    onDone?.();
  });
  return (
    <>
      <Button size="small" className="tone-bad" onClick={() => setIsOpen(true)}>
        {title}
      </Button>
      {isOpen && (
        <Dialog open onClose={() => setIsOpen(false)} fullWidth maxWidth="xs" aria-labelledby={`${intent}-title`}>
          <DialogTitle id={`${intent}-title`}>{title}</DialogTitle>
          <DialogContent>
            <FaultNote fault={fault} />
            <p>{text}</p>
            {children}
            <TextInput
              name="count"
              inputMode="numeric"
              label={t('confirm.number')}
              value={typed}
              autoComplete="off"
              onChange={setTyped}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setIsOpen(false)}>{t('confirm.cancel')}</Button>
            <Button
              variant="contained"
              color="error"
              disabled={typed.trim() !== String(count) || !isReady}
              aria-disabled={isSaving}
              onClick={() => save(intent, input)}
            >
              {doIt}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
