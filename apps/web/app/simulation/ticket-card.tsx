import { URGENCIES } from '@handoff/core/platform/urgency';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import type { Simulation } from './simulation-operations.ts';
import type { Run } from './use-run.ts';

/** What can be done to the made-up ticket wherever it is: make it more or less urgent, or cancel it. */
export function TicketCard({ simulation, run }: { simulation: Simulation; run: Run }) {
  const { t } = useTranslation(['simulation', 'designer']);
  const [urgency, setUrgency] = useState<string>(simulation.urgency);
  const [reason, setReason] = useState('');
  return (
    <section className="run-part" aria-label={t('ticket.title')}>
      <h2>{t('ticket.title')}</h2>
      <div className="run-find">
        <SelectInput
          name="run-urgency"
          label={t('urgency')}
          isRequired
          value={urgency}
          options={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`, { ns: 'designer' }) }))}
          onChange={(value) => setUrgency(value ?? simulation.urgency)}
        />
        <Button
          variant="outlined"
          disabled={run.isRunning || urgency === simulation.urgency}
          onClick={() => run.act({ act: 'CHANGE_URGENCY', urgency: urgency.toUpperCase() })}
        >
          {t('ticket.changeUrgency')}
        </Button>
      </div>
      <div className="run-find">
        <TextInput
          name="run-cancel-reason"
          label={t('ticket.cancelReason')}
          value={reason}
          onChange={setReason}
          maxLength={1000}
        />
        <Button
          variant="outlined"
          className="tone-bad"
          disabled={run.isRunning || reason.trim() === ''}
          onClick={() => run.act({ act: 'CANCEL', reason })}
        >
          {t('ticket.cancel')}
        </Button>
      </div>
    </section>
  );
}
