import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';
import { faultElsewhere, PluginFields } from './plugin-fields.tsx';
import { entriesOf, shownValues, type PluginField } from './plugin-form.ts';

interface ChannelFormProps {
  intent: 'create' | 'update';
  fields: readonly PluginField[];
  name: string;
  settings?: Record<string, unknown>;
  secretsSet?: readonly string[];
  /** What the input has besides name and settings. */
  fixed: Record<string, unknown>;
  submitLabel: string;
  onSaved: (value: Record<string, unknown>) => void;
}

/** A channel's name and its plugin's settings. */
export function ChannelForm(props: ChannelFormProps) {
  const { intent, fields, settings = {}, secretsSet, fixed, submitLabel, onSaved } = props;
  const { t } = useTranslation('channel');
  const [name, setName] = useState(props.name);
  const [values, setValues] = useState(() => shownValues(fields, settings));
  const { save, fault, isSaving } = useSave(onSaved);
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) save(intent, { ...fixed, name, settings: entriesOf(fields, values) });
      }}
    >
      <FaultNote fault={faultElsewhere(fault, fields, 'settings')} shown={['name']} />
      <TextInput
        name="name"
        label={t('name')}
        isRequired
        autoComplete="off"
        value={name}
        error={fault?.issues.find(({ path }) => path[0] === 'name')?.message}
        onChange={setName}
      />
      <PluginFields
        fields={fields}
        values={values}
        secretsSet={secretsSet}
        place="settings"
        fault={fault}
        onChange={setValues}
      />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
