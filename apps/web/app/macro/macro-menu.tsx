import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Zap } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketActor } from '~/ticket/act/use-ticket-act.ts';
import type { MacroChoice } from './macros-route.ts';

const MacroDialog = lazy(() => import('./macro-dialog.tsx').then((module) => ({ default: module.MacroDialog })));

interface MacroMenuProps {
  ticket: { id: string; type: { id: string } | null };
  act: TicketActor;
}

/** The macros that fit a ticket; choosing one shows what it would do. */
export function MacroMenu({ ticket, act }: MacroMenuProps) {
  const { t } = useTranslation('macro');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [found, setFound] = useState<readonly MacroChoice[] | 'failed' | null>(null);
  const [chosen, setChosen] = useState<MacroChoice | null>(null);
  const open = (button: HTMLElement) => {
    setAnchor(button);
    fetch(`/macros?${new URLSearchParams({ type: ticket.type?.id ?? '' })}`)
      .then(async (response) => {
        if (!response.ok) throw new Error(`macros answered ${response.status}`);
        setFound((await response.json()) as MacroChoice[]);
      })
      .catch(() => setFound('failed'));
  };
  const choices = Array.isArray(found) ? (found as readonly MacroChoice[]) : [];
  return (
    <>
      <Button
        className="wide-only"
        startIcon={<Zap size={14} />}
        aria-haspopup="menu"
        onClick={(event) => open(event.currentTarget)}
      >
        {t('title')}
      </Button>
      <span className="phone-only">
        <IconButton aria-label={t('title')} aria-haspopup="menu" onClick={(event) => open(event.currentTarget)}>
          <Zap />
        </IconButton>
      </span>
      <Menu anchorEl={anchor} open={anchor !== null && found !== null} onClose={() => setAnchor(null)}>
        {choices.map((choice) => (
          <MenuItem
            key={choice.id}
            onClick={() => {
              setAnchor(null);
              setChosen(choice);
            }}
          >
            {choice.folder && <span className="quiet small">{choice.folder} / </span>}
            {choice.name}
          </MenuItem>
        ))}
        {choices.length === 0 && <MenuItem disabled>{t(found === 'failed' ? 'failed' : 'none')}</MenuItem>}
      </Menu>
      {chosen && (
        <Suspense>
          <MacroDialog macro={chosen} ticketId={ticket.id} act={act} onClose={() => setChosen(null)} />
        </Suspense>
      )}
    </>
  );
}
