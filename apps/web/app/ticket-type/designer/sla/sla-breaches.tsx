import { CLOCK_KINDS, usualBreachNotice, type BreachNotice, type ClockKind } from '@handoff/core/sla/policy/sla-policy';
import { useTranslation } from 'react-i18next';
import { ToldWhom } from './told-whom.tsx';
import type { LadderProps } from './sla-ladder.tsx';

/** Who is told in the moment in which a target is missed, and over which channels. */
export function SlaBreaches({ policy: { atBreach = {} }, onChange }: LadderProps) {
  const { t } = useTranslation('designer');
  const set = (clock: ClockKind, notice: BreachNotice) => onChange({ atBreach: { ...atBreach, [clock]: notice } });
  return (
    <section className="admin-section">
      <h2>{t('sla.breaches')}</h2>
      <ul className="ladder">
        {CLOCK_KINDS.map((clock) => {
          const notice = atBreach[clock] ?? usualBreachNotice;
          return (
            <li key={clock}>
              <div className="rung" role="group" aria-label={t(`clock.${clock}`)}>
                <b>{t(`clock.${clock}`)}</b>
                <ToldWhom notice={notice} onChange={(told) => set(clock, { ...notice, ...told })} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
