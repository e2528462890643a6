import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { faultElsewhere, PluginFields } from './plugin-fields.tsx';
import { entriesOf, shownValues, type PluginField } from './plugin-form.ts';

interface ActionFormProps {
  channelId: string;
  action: { key: string; title: string; description: string; fields: readonly PluginField[] };
}

/** Has the plugin run one of its actions, and says under which id it was sent. */
export function ActionForm({ channelId, action }: ActionFormProps) {
  const { t } = useTranslation('channel');
  const { key, title, description, fields } = action;
  const [values, setValues] = useState(() => shownValues(fields, {}));
  const [runId, setRunId] = useState<string | null>(null);
  const { save, fault, isSaving } = useSave((value) => setRunId(String(value.runId)));
  return (
    <form
      noValidate
      className="admin-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaving) return;
        setRunId(null);
        save('run', { channelId, action: key, input: entriesOf(fields, values) });
      }}
    >
      <p className="quiet">{description}</p>
      <FaultNote fault={faultElsewhere(fault, fields, 'input')} />
      <PluginFields fields={fields} values={values} place="input" fault={fault} onChange={setValues} />
      <div className="admin-acts">
        <Button type="submit" variant="outlined" aria-disabled={isSaving}>
          {title}
        </Button>
      </div>
      <p role="status">
        {runId && (
          <>
            {t('sent', { action: title })} <code className="mono">{runId}</code>
          </>
        )}
      </p>
    </form>
  );
}
