import '~/admin/admin.css';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { findAgents } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { fromWallTime, toWallTime } from '~/format/wall-time.ts';
import { useToast } from '~/shell/toast.tsx';
import type { AgentAbsence } from './absence-operations.ts';

const nobody = { from: null, until: null, deputyId: null };

/** When an agent is away, and who has their work meanwhile. The page's action knows the intent `setAbsence`. */
export function AbsenceForm({ agent }: { agent: AgentAbsence }) {
  const { t } = useTranslation('me');
  const { timeZone, dateTime } = useFormat();
  const toast = useToast();
  const { absence } = agent;
  const wall = (instant: string | undefined) => (instant ? toWallTime(instant, timeZone) : '');
  const [from, setFrom] = useState(wall(absence?.from));
  const [until, setUntil] = useState(wall(absence?.until));
  const known = absence?.deputy ? { id: absence.deputy.id, label: absence.deputy.name } : null;
  const [deputy, setDeputy] = useState<PickerChoice | null>(known);
  const { save, fault, isSaving } = useSave(() => toast(t('absence.saved')));
  const errorAt = (name: string) => fault?.issues.find((issue) => issue.path[0] === name)?.message;
  const instant = (text: string) => (text ? fromWallTime(text, timeZone) : null);
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        const given = { from: instant(from), until: instant(until), deputyId: deputy?.id ?? null };
        if (!isSaving) save('setAbsence', { agentId: agent.id, ...given });
      }}
    >
      <FaultNote fault={fault} shown={['from', 'until', 'deputyId']} />
      {absence && (
        <p role="status">
          {t('absence.now', { from: dateTime(absence.from), until: dateTime(absence.until), name: known?.label })}
        </p>
      )}
      <TextInput
        name="from"
        label={t('absence.from')}
        type="datetime-local"
        value={from}
        onChange={setFrom}
        error={errorAt('from')}
        isRequired
      />
      <TextInput
        name="until"
        label={t('absence.until')}
        type="datetime-local"
        value={until}
        onChange={setUntil}
        error={errorAt('until')}
        isRequired
      />
      <PickerInput
        label={t('absence.deputy')}
        hint={t('absence.hint')}
        isRequired
        value={deputy ? [deputy] : []}
        find={findAgents}
        error={errorAt('deputyId')}
        onChange={([choice]) => setDeputy(choice ?? null)}
      />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('absence.save')}
        </Button>
        {absence && (
          <Button
            aria-disabled={isSaving}
            onClick={() => {
              setFrom('');
              setUntil('');
              setDeputy(null);
              save('setAbsence', { agentId: agent.id, ...nobody });
            }}
          >
            {t('absence.end')}
          </Button>
        )}
      </div>
    </form>
  );
}
