import './automation.css';
import '~/ticket-type/designer/designer.css';
import type { TriggerDefinition } from '@handoff/core/automation/trigger/trigger-definition';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { ConditionEditor } from '~/condition/condition-editor.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { newAction } from './action-choices.ts';
import { ActionEditor } from './action-editor.tsx';
import { useAutomationNames } from './automation-names.tsx';
import { EventFields } from './event-fields.tsx';
import { useTriggerFields } from './use-trigger-fields.ts';

export interface EditedTrigger {
  name: string;
  typeId: string | null;
  definition: TriggerDefinition;
}

export const noTrigger: EditedTrigger = {
  name: '',
  typeId: null,
  definition: {
    on: { kind: 'created', fields: [], to: [], since: 'updated', seconds: 86_400, clock: 'elapsed' },
    actions: [newAction('notify')],
  },
};

interface TriggerFormProps {
  initial: EditedTrigger;
  intent: 'create' | 'update';
  fixed?: Record<string, unknown>;
  onSaved: (answer: Record<string, unknown>) => void;
}

/** A trigger as one sentence after another: for which tickets, when, if, and what then. */
export function TriggerForm({ initial, intent, fixed, onSaved }: TriggerFormProps) {
  const { t } = useTranslation(['automation', 'admin']);
  const { facts } = useAutomationNames();
  const [trigger, setTrigger] = useState(initial);
  const [isChecked, setIsChecked] = useState(false);
  const { save, fault, isSaving } = useSave(onSaved);
  const { name, typeId, definition } = trigger;
  const fields = useTriggerFields(typeId);
  const set = (part: Partial<TriggerDefinition>) =>
    setTrigger((before) => ({ ...before, definition: { ...before.definition, ...part } }));
  return (
    <form
      noValidate
      className="admin-form automation-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isSaving || name.trim() === '') return;
        const { when, ...rest } = definition;
        save(intent, { ...fixed, name, typeId, definition: when ? { ...rest, when } : rest });
      }}
    >
      <FaultNote fault={fault} shown={['name']} />
      <TextInput
        name="name"
        label={t('name')}
        isRequired
        maxLength={100}
        value={name}
        error={
          isChecked && name.trim() === ''
            ? t('admin:form.missing')
            : fault?.issues.find((issue) => issue.path[0] === 'name')?.message
        }
        onChange={(next) => setTrigger({ ...trigger, name: next })}
      />
      <SelectInput
        name="typeId"
        label={t('forType')}
        value={typeId}
        placeholder={t('allTypes')}
        options={facts.ticketTypes.map((type) => ({ value: type.id, label: type.name.text }))}
        onChange={(next) => setTrigger({ ...trigger, typeId: next })}
      />
      <EventFields on={definition.on} typeId={typeId} onChange={(on) => set({ on })} />
      <ConditionEditor label={t('if')} fields={fields} value={definition.when} onChange={(when) => set({ when })} />
      <ActionEditor actions={definition.actions} typeId={typeId} onChange={(actions) => set({ actions })} />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t(intent === 'create' ? 'createTrigger' : 'saveTrigger')}
        </Button>
      </div>
    </form>
  );
}
