import './ringing-card.css';
import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { Flag, OctagonAlert, Phone, PhoneIncoming, PhoneMissed, PhoneOff, Ticket, UserRoundPlus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { RunningClock } from '~/format/running-clock.tsx';
import { Avatar } from '~/mark/avatar.tsx';
import { Keys } from '~/mark/keys.tsx';
import type { LastContact } from './last-contacts.ts';
import type { Party } from './phone-state.ts';

export interface RingingTicket {
  id: string;
  number: string;
  title: string;
  /** Where it stands, if that is known. */
  step: string | null;
}

export interface RingingMatch {
  id: string;
  name: string;
  detail: string;
  to: string;
}

export interface RingingCardProps {
  party: Party;
  /** Epoch milliseconds. */
  since: number;
  queueName: string | null;
  keysPressed: string | null;
  waitedSeconds: number | null;
  tags: readonly string[];
  /** What is burning: a breached ticket or a missed call, said in words. */
  alarm: { title: string; detail: string; label: string; to: string } | null;
  openTickets: readonly RingingTicket[];
  lastContacts: readonly LastContact[];
  /** People who have this number, where it is not sure who calls. */
  matches: readonly RingingMatch[];
  /** Where one makes the customer of an unknown number. */
  saveCustomerTo: string | null;
  /** Which page opens on answer. */
  opens: { label: string; other: { label: string; onChoose: () => void } | null };
  onAnswer: () => void;
  onReject: () => void;
}

/** Above the page and not modal: focus and typing stay where they are. */
export function RingingCard(props: RingingCardProps) {
  const { t } = useTranslation('telephony');
  const format = useFormat();
  const titleId = useId();
  const { party, alarm, openTickets, lastContacts, matches, tags, opens } = props;
  const caller = party.name ?? format.phone(party.phone);
  const way = [props.queueName, props.keysPressed && t('keysPressed', { keys: props.keysPressed })];
  const about = [
    party.name && format.phone(party.phone),
    party.location,
    props.waitedSeconds !== null && t('waited', { time: format.clock(props.waitedSeconds) }),
  ];
  return (
    <section className="ringing" aria-labelledby={titleId}>
      <p role="alert" className="visually-hidden">
        {[t('incoming', { caller }), alarm?.title].filter(Boolean).join(', ')}
      </p>
      <header className="ringing-head">
        <p className="ringing-way">
          <PhoneIncoming className="ringing-icon" />
          <span className="cut spread">{[t('incomingCall'), ...way].filter(Boolean).join(' · ')}</span>
          <b>
            <RunningClock label={t('clock.ringing')} since={props.since} />
          </b>
        </p>
        <div className="ringing-caller">
          <Avatar name={caller} size="large" />
          <div className="spread">
            <h2 id={titleId} className="cut">
              {caller}
            </h2>
            <p className="ringing-about">{about.filter(Boolean).join(' · ')}</p>
          </div>
          {tags.map((tag) => (
            <span key={tag} className="chip plum">
              {tag}
            </span>
          ))}
        </div>
      </header>
      {alarm && (
        <div className="ringing-alarm">
          <OctagonAlert className="tone-bad" />
          <div className="spread">
            <b className="tone-bad">{alarm.title}</b>
            <p>{alarm.detail}</p>
          </div>
          <Link to={alarm.to} className="mono">
            {alarm.label}
          </Link>
        </div>
      )}
      {openTickets.length > 0 && (
        <ul className="ringing-list" aria-label={t('openTickets')}>
          {openTickets.map(({ id, number, title, step }) => (
            <li key={id}>
              <Ticket size={14} />
              <Link to={`/tickets/${number}`} className="cut spread">
                {title}
              </Link>
              {step && <span className="small quiet">{step}</span>}
            </li>
          ))}
        </ul>
      )}
      {lastContacts.length > 0 && (
        <ul className="ringing-list" aria-label={t('lastContacts')}>
          {lastContacts.map(({ kind, text, at, isMissed }) => (
            <li key={`${at} ${text}`}>
              {kind === 'FOLLOW_UP' ? (
                <Flag size={14} />
              ) : isMissed ? (
                <PhoneMissed size={14} className="tone-bad" />
              ) : (
                <Phone size={14} />
              )}
              <span className="cut spread">{text}</span>
              <span className="small quiet">
                <Moment at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {!party.name && (
        <div className="ringing-list">
          {matches.length > 0 && <p className="small quiet">{t('matches')}</p>}
          {matches.map((match) => (
            <p key={match.id} className="ringing-match">
              <Avatar name={match.name} size="small" />
              <Link to={match.to} className="cut">
                {match.name}
              </Link>
              <span className="small quiet cut">{match.detail}</span>
            </p>
          ))}
          {props.saveCustomerTo && (
            <Button size="small" component={Link} to={props.saveCustomerTo}>
              <UserRoundPlus />
              {t('saveCustomer')}
            </Button>
          )}
        </div>
      )}
      <div className="ringing-actions">
        <Button variant="contained" color="success" onClick={props.onAnswer}>
          <Phone />
          {t('answer')} <Keys keys="F8" />
        </Button>
        <Button className="ringing-reject" onClick={props.onReject}>
          <PhoneOff />
          {t('reject')} <Keys keys="shift+F8" />
        </Button>
      </div>
      <footer className="ringing-foot">
        <span className="quiet">{t('opensOnAnswer')}</span>
        <b className="cut spread">{opens.label}</b>
        {opens.other && (
          <button type="button" className="link-button" onClick={opens.other.onChoose}>
            {opens.other.label}
          </button>
        )}
      </footer>
    </section>
  );
}
