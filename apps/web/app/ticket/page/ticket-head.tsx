import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Link, useNavigate } from '@remix-run/react';
import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp, Ellipsis, PanelLeft, PanelRight } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '~/format/use-now.ts';
import { MacroMenu } from '~/macro/macro-menu.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import { DueMark } from '~/sla/due-mark.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import type { ActDialog } from '../act/act-dialogs.tsx';
import type { TicketActor } from '../act/use-ticket-act.ts';
import { neighboursOf } from '../list/list-memory.ts';
import { statusOf, urgencies, urgencyOf } from '../ticket-enums.ts';
import { StatusMark, UrgencyMark } from '../ticket-marks.tsx';
import type { TicketPageData, TicketStep } from './ticket-operations.ts';
import type { TicketSide } from './use-ticket-layout.ts';

const ActDialogs = lazy(() => import('../act/act-dialogs.tsx').then((module) => ({ default: module.ActDialogs })));

interface TicketHeadProps {
  ticket: TicketPageData;
  step: TicketStep | null;
  act: TicketActor;
  /** Epoch milliseconds. */
  now: number;
  onFold: (side: TicketSide) => void;
  /** On a phone the line with the due time leads to the clocks. */
  onClocks: () => void;
}

function UrgencyMenu({ ticket, act }: Pick<TicketHeadProps, 'ticket' | 'act'>) {
  const { t } = useTranslation('ticket');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const urgency = urgencyOf(ticket.urgency);
  const mark = <UrgencyMark urgency={urgency} isPlain={false} />;
  if (!ticket.actions.includes('CHANGE_URGENCY')) return mark;
  return (
    <>
      <button
        type="button"
        aria-haspopup="menu"
        aria-label={t('act.changeUrgency', { urgency: t(`urgency.${urgency}`) })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {mark}
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {urgencies.map((other) => (
          <MenuItem
            key={other}
            selected={other === urgency}
            onClick={() => {
              setAnchor(null);
              const input = { ticketId: ticket.id, urgency: other.toUpperCase() as TicketPageData['urgency'] };
              act.run({ kind: 'changeUrgency', input }, t('told.urgency'));
            }}
          >
            <UrgencyMark urgency={urgency} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

export function TicketHead({ ticket, step, act, now: serverNow, onFold, onClocks }: TicketHeadProps) {
  const { t } = useTranslation('ticket');
  const navigate = useNavigate();
  const now = useNow(serverNow);
  const [near, setNear] = useState<ReturnType<typeof neighboursOf>>({ previous: null, next: null });
  const [dialog, setDialog] = useState<ActDialog | null>(null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  useEffect(() => setNear(neighboursOf(ticket.number)), [ticket.number]);

  const may = new Set([...(step?.actions ?? []), ...ticket.actions]);
  const go = (number: string | null) => number && navigate(`/tickets/${number}`);
  const resume = () =>
    step && act.run({ kind: 'resumeStep', input: { ticketId: ticket.id, stepId: step.stepId } }, t('told.resumed'));
  useShortcuts([
    { keys: 'ticket.next', label: t('keys.next'), run: () => go(neighboursOf(ticket.number).next) },
    {
      keys: 'ticket.previous',
      label: t('keys.previous'),
      run: () => go(neighboursOf(ticket.number).previous),
    },
    ...(may.has('ROLL_BACK')
      ? [{ keys: 'ticket.rollBack' as const, label: t('act.rollBack'), run: () => setDialog('rollBack') }]
      : []),
    ...(may.has('REASSIGN')
      ? [{ keys: 'ticket.reassign' as const, label: t('act.reassign'), run: () => setDialog('reassign') }]
      : []),
  ]);
  const acts = [
    may.has('REASSIGN') && { key: 'reassign', label: t('act.reassign'), run: () => setDialog('reassign') },
    may.has('ROLL_BACK') && { key: 'rollBack', label: t('act.rollBack'), run: () => setDialog('rollBack') },
    may.has('RESUME') && { key: 'resume', label: t('act.resume'), run: resume },
  ].filter((item) => item !== false);
  const ways = [
    near.previous && { key: 'previous', label: t('keys.previous'), run: () => go(near.previous) },
    near.next && { key: 'next', label: t('keys.next'), run: () => go(near.next) },
  ].filter((item) => item !== null && item !== '');
  const more = [
    may.has('COUNTERSIGN') && {
      key: 'countersign',
      label: t('act.countersign'),
      run: () => setDialog('countersign'),
    },
    may.has('SUSPEND') && { key: 'suspend', label: t('act.suspend'), run: () => setDialog('suspend') },
    may.has('CANCEL') && { key: 'cancel', label: t('act.cancel'), run: () => setDialog('cancel') },
  ].filter((item) => item !== false);
  // A phone has no room for buttons beside the title, so its menu holds them all.
  const items = menu && window.matchMedia('(width < 768px)').matches ? [...acts, ...ways, ...more] : more;

  return (
    <header className="ticket-head">
      <IconButton component={Link} to="/tickets" aria-label={t('keys.list')}>
        <ChevronLeft />
      </IconButton>
      <span className="wide-only">
        <IconButton disabled={!near.previous} aria-label={t('keys.previous')} onClick={() => go(near.previous)}>
          <ChevronUp />
        </IconButton>
        <IconButton disabled={!near.next} aria-label={t('keys.next')} onClick={() => go(near.next)}>
          <ChevronDown />
        </IconButton>
      </span>
      <div className="ticket-name">
        <PageHeading className="cut" tabTitle={`${ticket.number} ${ticket.title}`}>
          {ticket.title}
        </PageHeading>
        <div className="ticket-facts">
          <span className="mono quiet">{ticket.number}</span>
          <StatusMark status={statusOf(ticket.status)} />
          <UrgencyMenu ticket={ticket} act={act} />
          <span className="small quiet wide-only">
            {ticket.type?.name.text} · v{ticket.version?.number}
            {ticket.source !== 'AGENT' && ` · ${t(`source.${ticket.source}`)}`}
          </span>
        </div>
      </div>
      <div className="ticket-acts">
        <span className="wide-only">
          <IconButton aria-label={t('keys.foldLeft')} onClick={() => onFold('left')}>
            <PanelLeft />
          </IconButton>
          <IconButton aria-label={t('keys.foldRight')} onClick={() => onFold('right')}>
            <PanelRight />
          </IconButton>
        </span>
        <MacroMenu ticket={ticket} act={act} />
        {acts.map(({ key, label, run }) => (
          <Button key={key} className="wide-only" onClick={run}>
            {label}
          </Button>
        ))}
        {acts.length + ways.length + more.length > 0 && (
          <>
            <IconButton
              className={more.length === 0 ? 'phone-only' : undefined}
              aria-label={t('act.more')}
              aria-haspopup="menu"
              onClick={(event) => setMenu(event.currentTarget)}
            >
              <Ellipsis />
            </IconButton>
            <Menu anchorEl={menu} open={menu !== null} onClose={() => setMenu(null)}>
              {items.map(({ key, label, run }) => (
                <MenuItem
                  key={key}
                  onClick={() => {
                    setMenu(null);
                    run();
                  }}
                >
                  {label}
                </MenuItem>
              ))}
            </Menu>
          </>
        )}
      </div>
      <button type="button" className="ticket-due" onClick={onClocks}>
        <DueMark state={ticket.slaState} dueAt={ticket.dueAt} since={ticket.createdAt} now={now} />
        <span className="ticket-due-way">
          {t('clock.andNext')}
          <ChevronRight size={14} />
        </span>
      </button>
      {dialog && (
        <Suspense>
          <ActDialogs dialog={dialog} ticket={ticket} step={step} act={act} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </header>
  );
}
