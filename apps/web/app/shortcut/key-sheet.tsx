import './key-sheet.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Fragment } from 'react';
import { showKeys } from './match-shortcut.ts';
import { useShortcutRegistry } from './shortcuts.tsx';

/** The keys that act on this page, as they are registered right now. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const { list, isMac } = useShortcutRegistry();
  return (
    <Dialog open onClose={onClose} aria-labelledby="key-sheet-title">
      <DialogTitle id="key-sheet-title">{t('keys.title')}</DialogTitle>
      <DialogContent role="group" tabIndex={0} aria-labelledby="key-sheet-title">
        <dl className="key-sheet">
          {list().map(({ keys, label }) => (
            <Fragment key={keys}>
              <dt>{label}</dt>
              <dd>
                <kbd className="keys">{showKeys(keys, isMac)}</kbd>
              </dd>
            </Fragment>
          ))}
        </dl>
      </DialogContent>
      <DialogActions>
        <Button component={Link} to="/me/keyboard" onClick={onClose}>
          {t('keys.change')}
        </Button>
        <Button onClick={onClose}>{t('keys.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
