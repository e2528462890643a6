import Button from '@mui/material/Button';
import { useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import type { Run, RunScript } from './use-run.ts';

export interface KeptTest {
  id: string;
  name: string;
  script: RunScript | null;
}

interface ScriptCardProps {
  draftId: string;
  run: Run;
  tests: readonly KeptTest[];
  /** Of a ticket that was asked for by its number: its run, or why there is none. */
  past: { number: string; script: RunScript | null; problem: 'missing' | 'otherType' | 'covered' | null } | null;
}

/** Where a run comes from besides the hand: a past ticket, or a kept test; and how this one is kept as a test. */
export function ScriptCard({ draftId, run, tests, past }: ScriptCardProps) {
  const { t } = useTranslation('simulation');
  const toast = useToast();
  const [, setParams] = useSearchParams();
  const [number, setNumber] = useState(past?.number ?? '');
  const [name, setName] = useState('');
  const saving = useSave(() => {
    toast(t('tests.saved'));
    setName('');
  });
  const deleting = useSave(() => toast(t('tests.deleted')));
  return (
    <section className="run-part" aria-label={t('scripts')}>
      <h2>{t('scripts')}</h2>
      <form
        className="run-find"
        onSubmit={(event) => {
          event.preventDefault();
          setParams(number.trim() ? { ticket: number.trim() } : {}, { preventScrollReset: true });
        }}
      >
        <TextInput
          name="ticket"
          label={t('past.number')}
          value={number}
          onChange={setNumber}
          maxLength={30}
          error={past?.problem ? t(`past.${past.problem}`, { number: past.number }) : undefined}
        />
        <Button type="submit" variant="outlined">
          {t('past.find')}
        </Button>
      </form>
      {past?.script && (
        <Button onClick={() => past.script && run.load(past.script)}>{t('past.load', { number: past.number })}</Button>
      )}
      <h3>{t('tests.title')}</h3>
      {tests.length === 0 && <p className="small quiet">{t('tests.none')}</p>}
      <ul className="run-tests">
        {tests.map((test) => (
          <li key={test.id}>
            <span className="spread">{test.name}</span>
            <Button size="small" disabled={!test.script} onClick={() => test.script && run.load(test.script)}>
              {t('tests.open')}
            </Button>
            <Button
              size="small"
              className="tone-bad"
              aria-label={t('tests.deleteOne', { name: test.name })}
              onClick={() => deleting.save('deleteTest', { ticketTypeTestId: test.id })}
            >
              {t('tests.delete')}
            </Button>
          </li>
        ))}
      </ul>
      <FaultNote fault={deleting.fault ?? saving.fault} />
      {run.steps.length > 0 && (
        <form
          className="run-find"
          onSubmit={(event) => {
            event.preventDefault();
            saving.save('saveTest', { draftId, name, startAt: run.startAt, steps: run.steps });
          }}
        >
          <TextInput name="test" label={t('tests.name')} value={name} onChange={setName} maxLength={100} />
          <Button type="submit" variant="outlined" disabled={!name.trim() || saving.isSaving}>
            {t('tests.save')}
          </Button>
        </form>
      )}
    </section>
  );
}
