import type { TriggerOn } from '@handoff/core/automation/trigger/trigger-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { formFields } from '@handoff/core/form/form-fields';
import { useTranslation } from 'react-i18next';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { DurationInput } from '~/ticket-type/designer/duration-input.tsx';
import { ticketStatuses } from '~/ticket/ticket-enums.ts';
import { definitionOf, useAutomationNames } from './automation-names.tsx';
import { SINCE_KINDS, TRIGGER_EVENTS } from '@handoff/core/automation/trigger/trigger-event';

interface EventFieldsProps {
  on: TriggerOn;
  typeId: string | null;
  onChange: (on: TriggerOn) => void;
}

const clocks = ['elapsed', 'service'] as const;

/** What sets a trigger off, and what narrows it. */
export function EventFields({ on, typeId, onChange }: EventFieldsProps) {
  const { t, i18n } = useTranslation(['automation', 'ticket']);
  const { facts } = useAutomationNames();
  const definition = definitionOf(facts, typeId);
  const chosen = (all: readonly PickerChoice[], ids: readonly string[]) =>
    ids.map((id) => all.find((each) => each.id === id) ?? { id, label: id });
  const fields: PickerChoice[] = [
    { id: 'urgency', label: t('urgency') },
    { id: 'handler', label: t('field.ticket_handler') },
    ...(definition ? formFields(definition.form) : []).flatMap((field) =>
      field.type === 'divider' ? [] : [{ id: field.key, label: localize(field.label, i18n.language) }],
    ),
  ];
  const statuses = ticketStatuses.map((value) => ({ id: value, label: t(`ticket:status.${value}`) }));
  const nodes = (definition?.flow.nodes ?? []).map(({ id, name }) => ({ id, label: localize(name, i18n.language) }));
  const targets = on.kind === 'status_changed' ? statuses : nodes;
  return (
    <>
      <SelectInput
        name="event"
        label={t('when')}
        isRequired
        value={on.kind}
        options={TRIGGER_EVENTS.map((kind) => ({ value: kind, label: t(`event.${kind}`) }))}
        onChange={(kind) =>
          onChange({ ...on, fields: [], to: [], kind: TRIGGER_EVENTS.find((each) => each === kind) ?? on.kind })
        }
      />
      {on.kind === 'field_changed' && (
        <PickerInput
          label={t('changedFields')}
          hint={t('anyOfThem')}
          isMultiple
          options={fields}
          value={chosen(fields, on.fields)}
          onChange={(next) => onChange({ ...on, fields: next.map(({ id }) => id) })}
        />
      )}
      {(on.kind === 'status_changed' || (on.kind === 'step_changed' && nodes.length > 0)) && (
        <PickerInput
          label={t(on.kind === 'status_changed' ? 'toStatus' : 'toStep')}
          hint={t('anyOfThem')}
          isMultiple
          options={targets}
          value={chosen(targets, on.to)}
          onChange={(next) => onChange({ ...on, to: next.map(({ id }) => id) })}
        />
      )}
      {on.kind === 'time_since' && (
        <>
          <SelectInput
            name="since"
            label={t('since')}
            isRequired
            value={on.since}
            options={SINCE_KINDS.map((since) => ({ value: since, label: t(`sinceKind.${since}`) }))}
            onChange={(since) => onChange({ ...on, since: SINCE_KINDS.find((each) => each === since) ?? on.since })}
          />
          <DurationInput
            name="seconds"
            label={t('howLong')}
            value={on.seconds}
            isServiceTime={on.clock === 'service'}
            onChange={(seconds) => onChange({ ...on, seconds: seconds ?? 0 })}
          />
          <SelectInput
            name="clock"
            label={t('measuredIn')}
            isRequired
            value={on.clock}
            options={clocks.map((clock) => ({ value: clock, label: t(`time.${clock}`) }))}
            onChange={(clock) => onChange({ ...on, clock: clock === 'service' ? 'service' : 'elapsed' })}
          />
          <p className="small quiet">{t('timeHint')}</p>
        </>
      )}
    </>
  );
}
