import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { Bell, OctagonAlert, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { useNow } from '~/format/use-now.ts';
import { SidePanel } from '~/panel/side-panel.tsx';
import { PolicyLine } from '~/sla/policy-line.tsx';
import { SlaMark, type SlaState } from '~/sla/sla-mark.tsx';
import type { TicketClock, TicketPageData } from './ticket-operations.ts';

const SOON_SECONDS = 3600;
const instantIcons = { REMINDER: Bell, BREACH: OctagonAlert, ESCALATION: TrendingUp };
const clockKind = (kind: TicketClock['kind']) => kind.toLowerCase() as Lowercase<TicketClock['kind']>;

function useClockWords(clock: TicketClock, now: number): { state: SlaState; text: string } {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const time = (seconds: number) => format.duration(Math.abs(seconds));
  if (clock.status === 'met') return { state: 'met', text: t('clock.metIn', { time: time(clock.elapsedSeconds) }) };
  if (clock.status === 'met_late')
    return { state: 'breached', text: t('clock.lateBy', { time: time(clock.elapsedSeconds - clock.targetSeconds) }) };
  if (clock.status === 'cancelled') return { state: 'paused', text: t('clock.cancelled') };
  if (clock.status === 'paused' || clock.dueAt === null) return { state: 'paused', text: t('sla.paused') };
  const left = Math.trunc((new Date(clock.dueAt).getTime() - now) / 1000);
  if (left < 0) return { state: 'breached', text: t('sla.over', { time: time(left) }) };
  return { state: left <= SOON_SECONDS ? 'due_soon' : 'running', text: t('sla.left', { time: time(left) }) };
}

function ClockItem({ clock, now }: { clock: TicketClock; now: number }) {
  const { t } = useTranslation('ticket');
  const { state, text } = useClockWords(clock, now);
  const isOpen = clock.status === 'running' || clock.status === 'paused';
  return (
    <li className="clock-item">
      <p className="clock-line">
        <span className="spread cut">{clock.nodeName?.text ?? t(`clock.${clockKind(clock.kind)}`)}</span>
        <SlaMark state={state} text={text} />
      </p>
      {isOpen && (
        <span
          className={`meter ${state === 'breached' ? 'bad' : state === 'due_soon' ? 'warn' : ''}`}
          aria-hidden="true"
        >
          <span
            style={{ width: `${Math.min(100, (clock.elapsedSeconds / Math.max(1, clock.targetSeconds)) * 100)}%` }}
          />
        </span>
      )}
      {isOpen && clock.explanation && <p className="small quiet">{clock.explanation.text}</p>}
    </li>
  );
}

interface ClockPanelProps {
  ticket: TicketPageData;
  form: FormDefinition;
  /** The customer's fields that the type's policies read. */
  customerFields: readonly FieldDefinition[] | undefined;
  now: number;
}

/** The promises, each with its sum; the ledger accounts for every second. */
export function ClockPanel({ ticket, form, customerFields, now: serverNow }: ClockPanelProps) {
  const { t } = useTranslation('ticket');
  const [isOpen, setIsOpen] = useState(false);
  const now = useNow(serverNow);
  return (
    <>
      <section className="side-section">
        <h2>
          <span className="spread">{t('clock.title')}</span>
          {ticket.clocks.length > 0 && (
            <button type="button" className="link-button small" onClick={() => setIsOpen(true)}>
              {t('clock.ledger')}
            </button>
          )}
        </h2>
        {ticket.policy?.isChosen && <PolicyLine policy={ticket.policy} form={form} customerFields={customerFields} />}
        {ticket.clocks.length === 0 && <p className="quiet">{t('clock.none')}</p>}
        <ul>
          {ticket.clocks.map((clock) => (
            <ClockItem key={clock.key} clock={clock} now={now} />
          ))}
        </ul>
      </section>
      {ticket.upcoming.length > 0 && (
        <section className="side-section">
          <h2>{t('upcoming.title')}</h2>
          <ul>
            {ticket.upcoming.map((instant) => {
              const Icon = instantIcons[instant.kind];
              const people = instant.to.map((who) => t(`upcoming.who.${who as 'handler'}`)).join(t('comma'));
              return (
                <li key={`${instant.clock} ${instant.kind} ${instant.at}`} className="side-line">
                  <Icon size={14} className={instant.kind === 'BREACH' ? 'tone-bad' : 'quiet'} />
                  <span className="spread">
                    {t(`upcoming.${instant.kind.toLowerCase() as 'breach'}`, {
                      clock: t(`clock.${clockKind(instant.clock)}`),
                      people,
                    })}
                  </span>
                  <span className="small quiet">
                    <Moment at={instant.at} />
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {isOpen && <Ledger ticket={ticket} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Ledger({ ticket, onClose }: { ticket: TicketPageData; onClose: () => void }) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  return (
    <SidePanel title={t('clock.ledger')} width={560} onClose={onClose}>
      {ticket.clocks.map((clock) => (
        <section key={clock.key} className="side-section">
          <h2>{clock.nodeName?.text ?? t(`clock.${clockKind(clock.kind)}`)}</h2>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('ledger.from')}</th>
                <th scope="col">{t('ledger.to')}</th>
                <th scope="col">{t('ledger.what')}</th>
                <th scope="col">{t('ledger.time')}</th>
              </tr>
            </thead>
            <tbody>
              {clock.ledger.map((segment) => (
                <tr key={`${segment.from} ${segment.kind}`}>
                  <td>{format.dayTime(segment.from)}</td>
                  <td>{format.dayTime(segment.to)}</td>
                  <td>
                    {t(`ledger.${segment.kind.toLowerCase() as 'service'}`)}
                    {segment.reason && <span className="quiet"> · {segment.reason.text}</span>}
                  </td>
                  <td>{format.clock(segment.seconds)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {t('ledger.sum')}
                </th>
                <td>{format.clock(clock.ledger.reduce((sum, segment) => sum + segment.seconds, 0))}</td>
              </tr>
            </tfoot>
          </table>
        </section>
      ))}
    </SidePanel>
  );
}
