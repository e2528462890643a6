import { URGENCIES } from '@handoff/core/platform/urgency';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignedForm } from '~/form/designed-form.tsx';
import { newRecordSources, findAgents } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useDesignedForm } from '~/form/use-designed-form.ts';
import { fromWallTime, toWallTime } from '~/format/wall-time.ts';
import { useFormat } from '~/format/format-context.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import type { Run } from './use-run.ts';

/** The first step of a run: who makes the ticket, when, how urgent it is, and the form of the start. */
export function BeginCard({ run, now }: { run: Run; now: string }) {
  const { t } = useTranslation(['simulation', 'designer']);
  const { timeZone } = useFormat();
  const { definition } = useDraft();
  const start = definition.flow.nodes.find(({ kind }) => kind === 'start');
  const state = useDesignedForm({ form: definition.form, nodeId: start?.id });
  const [urgency, setUrgency] = useState<string>('normal');
  const [startAt, setStartAt] = useState(toWallTime(now, timeZone));
  const [by, setBy] = useState<PickerChoice | null>(null);
  const [refusals, setRefusals] = useState(0);
  const begin = () => {
    const instant = fromWallTime(startAt, timeZone);
    if (!state.submit().ok || !instant) return setRefusals(refusals + 1);
    const step = { act: 'CREATE', urgency: urgency.toUpperCase(), answers: state.values };
    run.begin(instant, by ? { ...step, agentId: by.id } : step);
  };
  return (
    <section className="run-part run-step" aria-label={t('begin')}>
      <h2>{t('begin')}</h2>
      <p className="quiet">{t('beginText')}</p>
      <div className="run-pair">
        <TextInput name="startAt" type="datetime-local" label={t('startAt')} value={startAt} onChange={setStartAt} />
        <SelectInput
          name="urgency"
          label={t('urgency')}
          isRequired
          value={urgency}
          options={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`, { ns: 'designer' }) }))}
          onChange={(value) => setUrgency(value ?? 'normal')}
        />
      </div>
      <PickerInput
        label={t('madeBy')}
        placeholder={t('me')}
        value={by ? [by] : []}
        find={findAgents}
        onChange={([choice]) => setBy(choice ?? null)}
      />
      <DesignedForm state={state} sources={newRecordSources} refusals={refusals} />
      <div className="admin-acts">
        <Button variant="contained" color="primary" disabled={run.isRunning} onClick={begin}>
          {t('create')}
        </Button>
      </div>
    </section>
  );
}
