import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Chip } from '~/mark/chip.tsx';
import { DurationInput } from '~/ticket-type/designer/duration-input.tsx';
import type { Simulation } from './simulation-operations.ts';
import type { Run } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

/** The run's own clock: what time it is there, what comes by itself, and ways to let time pass. */
export function TimeCard({ simulation, run }: { simulation: Simulation; run: Run }) {
  const { t } = useTranslation(['simulation', 'designer']);
  const format = useFormat();
  const { nodeName } = useRunWords();
  const [seconds, setSeconds] = useState<number | undefined>(3600);
  const clockName = (kind: string) => t(`clock.${kind as 'step'}`, { ns: 'designer' });
  const wait = (length: number | null) => run.act(length === null ? { act: 'WAIT' } : { act: 'WAIT', seconds: length });
  return (
    <section className="run-part" aria-label={t('time')}>
      <h2>
        {t('time')} <span className="quiet">{format.dateTime(simulation.now)}</span>
      </h2>
      <ul className="run-clocks">
        {simulation.clocks.map((clock, index) => (
          <li key={index}>
            <b>{clock.nodeId ? nodeName(clock.nodeId) : clockName(clock.kind)}</b>{' '}
            <Chip tone={clock.isBreached ? 'bad' : clock.status === 'running' ? 'accent' : 'mute'}>
              {t(`clockState.${clock.isBreached && clock.status === 'running' ? 'breached' : (clock.status as 'met')}`)}
            </Chip>
            {(clock.status === 'running' || clock.status === 'paused') && (
              <span className="small quiet run-reason">{clock.explanation?.text}</span>
            )}
          </li>
        ))}
      </ul>
      <h3>{t('coming')}</h3>
      {simulation.coming.length === 0 && <p className="quiet small">{t('nothingComing')}</p>}
      <ol className="run-coming">
        {simulation.coming.map((one, index) => (
          <li key={index} className="small">
            {t(`comes.${one.kind as 'breach'}`, { clock: one.clock ? clockName(one.clock) : '' })}
            {one.nodeId && ` · ${nodeName(one.nodeId)}`}
            <span className="quiet"> · {format.dateTime(one.at)}</span>
          </li>
        ))}
      </ol>
      {!simulation.isFinished && (
        <div className="run-wait">
          <DurationInput name="wait" label={t('waitFor')} value={seconds} onChange={setSeconds} />
          <div className="admin-acts">
            <Button disabled={run.isRunning || !seconds} variant="outlined" onClick={() => wait(seconds ?? 0)}>
              {t('letPass')}
            </Button>
            <Button
              disabled={run.isRunning || simulation.coming.length === 0}
              variant="outlined"
              onClick={() => wait(null)}
            >
              {t('untilNext')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
