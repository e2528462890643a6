import { fieldsOf } from '@handoff/core/condition/condition-fields';
import type { FieldDefinition } from '@handoff/core/form/field-definition';
import { chosenFieldIn, customerFieldForm } from '@handoff/core/sla/policy/customer-facts';
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
import { usePolicyFields } from '~/sla/use-policy-fields.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import type { Run } from './use-run.ts';

const none: FieldDefinition[] = [];

/** The first step of a run: who makes the ticket, when, how urgent it is, and the form of the start. */
export function BeginCard({ run, now }: { run: Run; now: string }) {
  const { t } = useTranslation(['simulation', 'designer']);
  const { timeZone } = useFormat();
  const { definition, lists } = useDraft();
  const start = definition.flow.nodes.find(({ kind }) => kind === 'start');
  const state = useDesignedForm({ form: definition.form, nodeId: start?.id });
  const [urgency, setUrgency] = useState<string>('normal');
  const [startAt, setStartAt] = useState(toWallTime(now, timeZone));
  const [by, setBy] = useState<PickerChoice | null>(null);
  const [customer, setCustomer] = useState<Record<string, string>>({});
  const asked = new Set(definition.sla.policies.flatMap(({ when }) => (when ? fieldsOf(when) : [])));
  const facts = usePolicyFields(definition.form, lists.customers).filter(
    ({ key }) => key.startsWith('customer.') && chosenFieldIn(key) === null && asked.has(key),
  );
  const known = useDesignedForm({ form: customerFieldForm(definition.sla.customerFields ?? none) });
  const [refusals, setRefusals] = useState(0);
  const begin = async () => {
    const instant = fromWallTime(startAt, timeZone);
    const { ok } = await state.submit();
    if (!ok || !instant) return setRefusals(refusals + 1);
    const { kind, level } = customer;
    const facts = {
      ...customer,
      ...(kind && { kind: kind.toUpperCase() }),
      ...(level && { level: level.toUpperCase() }),
    };
    const step = {
      act: 'CREATE',
      urgency: urgency.toUpperCase(),
      answers: state.values,
      customer: { ...facts, answers: known.values },
    };
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
      {facts.length + (definition.sla.customerFields ?? none).length > 0 && (
        <fieldset className="grant">
          <legend>{t('customer')}</legend>
          <div className="run-pair">
            {facts.map(({ key, label, options }) => {
              const name = key.slice('customer.'.length);
              const set = (value: string | null) => {
                const { [name]: _before, ...rest } = customer;
                setCustomer(value ? { ...rest, [name]: value } : rest);
              };
              return options ? (
                <SelectInput
                  key={key}
                  name={name}
                  label={label}
                  value={customer[name] ?? null}
                  options={options}
                  onChange={set}
                />
              ) : (
                <TextInput key={key} name={name} label={label} value={customer[name] ?? ''} onChange={set} />
              );
            })}
          </div>
          <DesignedForm state={known} sources={newRecordSources} refusals={0} />
        </fieldset>
      )}
      <DesignedForm state={state} sources={newRecordSources} refusals={refusals} />
      <div className="admin-acts">
        <Button variant="contained" color="primary" disabled={run.isRunning} onClick={() => void begin()}>
          {t('create')}
        </Button>
      </div>
    </section>
  );
}
