import '../calendar.css';
import type { TimeSchemeDefinition } from '@handoff/core/calendar/scheme/time-scheme-definition';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CircleAlert, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import { MoveButtons } from '~/mark/move-buttons.tsx';
import { SaveOrDelete } from '../save-or-delete.tsx';

type Branch = TimeSchemeDefinition['branches'][number];
type Named = TimeSchemeDefinition['otherwise'];

interface TimeSchemeFormProps {
  scheme: { id: string; name: string; version: number; definition: TimeSchemeDefinition };
  calendars: readonly { key: string; name: string }[];
}

/** The branches in their order, each with its calendar, and what holds when none is open. */
export function TimeSchemeForm({ scheme, calendars }: TimeSchemeFormProps) {
  const { t } = useTranslation(['calendar', 'admin']);
  const toast = useToast();
  const [name, setName] = useState(scheme.name);
  const [{ branches, otherwise }, setDefinition] = useState(scheme.definition);
  const { save, fault, isSaving } = useSave(() => toast(t('admin:saved')));
  const which = { timeSchemeId: scheme.id, expectedVersion: scheme.version };
  const errorAt = (...path: string[]) =>
    fault?.issues.find((issue) => issue.path.slice(0, path.length).join('.') === path.join('.'))?.message;
  const setBranches = (next: Branch[]) => setDefinition({ branches: next, otherwise });
  const change = (index: number, part: Partial<Branch>) =>
    setBranches(branches.map((branch, at) => (at === index ? { ...branch, ...part } : branch)));
  const swap = (index: number, other: number) => {
    const next = [...branches];
    const [one, two] = [next[index], next[other]];
    if (one && two) [next[index], next[other]] = [two, one];
    setBranches(next);
  };
  const named = (label: string, value: Named, set: (part: Partial<Named>) => void) => (
    <>
      <input
        className="plain-input mono"
        aria-label={`${label}: ${t('scheme.branchKey')}`}
        placeholder={t('scheme.branchKey')}
        value={value.key}
        maxLength={60}
        onChange={({ target }) => set({ key: target.value })}
      />
      {(['en', 'zh'] as const).map((language) => (
        <input
          key={language}
          className="plain-input spread"
          aria-label={`${label}: ${t(`scheme.${language}`)}`}
          placeholder={t(`scheme.${language}`)}
          value={value.label[language]}
          maxLength={60}
          onChange={({ target }) => set({ label: { ...value.label, [language]: target.value } })}
        />
      ))}
    </>
  );
  const problem = (error: string | undefined) =>
    error && (
      <p className="field-error">
        <CircleAlert size={14} /> {error}
      </p>
    );
  return (
    <form
      className="admin-section calendar-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) save('update', { ...which, name, definition: { branches, otherwise } });
      }}
    >
      <FaultNote fault={fault} shown={['name', 'definition']} />
      <div className="admin-filter">
        <TextInput name="name" label={t('name')} value={name} onChange={setName} error={errorAt('name')} />
      </div>
      <h2>{t('scheme.branches')}</h2>
      <ol className="day-rows">
        {branches.map((branch, index) => (
          <li key={index}>
            {named(String(index + 1), branch, (part) => change(index, part))}
            <select
              className="plain-select"
              aria-label={`${index + 1}: ${t('scheme.calendar')}`}
              value={branch.calendar}
              onChange={({ target }) => change(index, { calendar: target.value })}
            >
              {calendars.every(({ key }) => key !== branch.calendar) && <option>{branch.calendar}</option>}
              {calendars.map((calendar) => (
                <option key={calendar.key} value={calendar.key}>
                  {calendar.name}
                </option>
              ))}
            </select>
            <MoveButtons
              up={`${t('scheme.up')}: ${index + 1}`}
              down={`${t('scheme.down')}: ${index + 1}`}
              isFirst={index === 0}
              isLast={index === branches.length - 1}
              onMove={(by) => swap(index, index + by)}
            />
            <IconButton
              size="small"
              aria-label={`${t('admin:remove')}: ${index + 1}`}
              onClick={() => setBranches(branches.filter((_, at) => at !== index))}
            >
              <X size={16} />
            </IconButton>
            {problem(errorAt('definition', 'branches', String(index)))}
          </li>
        ))}
      </ol>
      {problem(branches.length === 0 ? errorAt('definition', 'branches') : undefined)}
      <div>
        <Button
          size="small"
          startIcon={<Plus size={14} />}
          onClick={() =>
            setBranches([...branches, { key: '', label: { en: '', zh: '' }, calendar: calendars[0]?.key ?? '' }])
          }
        >
          {t('scheme.add')}
        </Button>
      </div>
      <h2>{t('scheme.otherwise')}</h2>
      <ul className="day-rows">
        <li>
          {named(t('scheme.otherwise'), otherwise, (part) =>
            setDefinition({ branches, otherwise: { ...otherwise, ...part } }),
          )}
          {problem(errorAt('definition', 'otherwise'))}
        </li>
      </ul>
      <SaveOrDelete
        words={{
          save: t('scheme.save'),
          remove: t('scheme.delete'),
          removeText: t('scheme.deleteText', { name: scheme.name }),
          cancel: t('scheme.cancel'),
        }}
        isSaving={isSaving}
        which={which}
        listTo="/admin/time-schemes"
      />
    </form>
  );
}
