import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { Segments } from '~/mark/segments.tsx';
import { operatorsOf, operatorText, presenceOf, type FilterField } from './filter-field.ts';
import type { Comparison } from './list-url.ts';

interface FilterEditorProps {
  anchor: HTMLElement;
  field: FilterField;
  comparison: Comparison;
  onApply: (comparison: Comparison) => void;
  onClose: () => void;
}

const inputTypes = { text: 'text', number: 'number', date: 'date', reference: 'text', presence: 'text' } as const;

export function FilterEditor({ anchor, field, comparison, onApply, onClose }: FilterEditorProps) {
  const { t } = useTranslation('list');
  const [draft, setDraft] = useState(comparison);
  const [found, setFound] = useState<readonly PickerChoice[]>([]);
  const named = (id: string): PickerChoice => ({
    id,
    label:
      field.options?.find(({ value }) => value === id)?.label ?? found.find((each) => each.id === id)?.label ?? '…',
  });
  const toggle = (value: string) =>
    setDraft({
      ...draft,
      values: draft.values.includes(value) ? draft.values.filter((each) => each !== value) : [...draft.values, value],
    });
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': field.label, className: 'filter-editor' } }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onApply({ ...draft, values: [...(presenceOf(draft.operator) ?? draft.values)] });
        }}
      >
        <Segments
          label={t('filter.operator')}
          value={draft.operator}
          options={operatorsOf(field).map((value) => ({ value, label: t(operatorText(field, value)) }))}
          onChange={(operator) => setDraft({ ...draft, operator })}
        />
        {presenceOf(draft.operator) ? null : field.kind === 'choice' ? (
          <ul className="filter-options">
            {field.options?.map((option) => (
              <li key={option.value}>
                <label>
                  <input
                    type="checkbox"
                    className="check"
                    checked={draft.values.includes(option.value)}
                    onChange={() => toggle(option.value)}
                  />
                  {option.label}
                </label>
              </li>
            ))}
          </ul>
        ) : field.kind === 'reference' ? (
          <PickerInput
            label={field.label}
            isMultiple
            find={field.find}
            value={draft.values.map(named)}
            onChange={(chosen) => {
              setFound([...found, ...chosen]);
              setDraft({ ...draft, values: chosen.map(({ id }) => id) });
            }}
          />
        ) : (
          <TextInput
            name="value"
            label={field.label}
            type={inputTypes[field.kind]}
            value={draft.values[0] ?? ''}
            onChange={(value) => setDraft({ ...draft, values: value === '' ? [] : [value] })}
            autoFocus
          />
        )}
        <Button type="submit" variant="contained" color="primary" size="small">
          {t('filter.apply')}
        </Button>
      </form>
    </Popover>
  );
}
