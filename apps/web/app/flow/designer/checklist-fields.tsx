import Button from '@mui/material/Button';
import type { ChecklistLine } from '@handoff/core/flow/flow-definition';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { freeKey } from '~/ticket-type/designer/free-key.ts';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import { CheckBox } from './check-box.tsx';

interface ChecklistFieldsProps {
  lines: readonly ChecklistLine[];
  /** With the field that is being typed into, so that it is one change. */
  onChange: (lines: ChecklistLine[], move?: string) => void;
}

/** What is put on a ticket's checklist when the step begins. */
export function ChecklistFields({ lines, onChange }: ChecklistFieldsProps) {
  const { t } = useTranslation('flow-designer');
  const change = (key: string, next: Partial<ChecklistLine>, move?: string) =>
    onChange(
      lines.map((line) => (line.key === key ? { ...line, ...next } : line)),
      move,
    );
  return (
    <fieldset className="flow-rule">
      <legend>{t('checklist.title')}</legend>
      <p className="small quiet">{t('checklist.hint')}</p>
      {lines.map(({ key, text, isRequired }) => (
        <div key={key} className="flow-rule">
          <LocalizedInput
            name={`checklist-${key}`}
            label={t('checklist.text')}
            isRequired
            value={text}
            onChange={(next) => change(key, { text: next ?? { en: '', zh: '' } }, key)}
          />
          <CheckBox
            label={t('checklist.required')}
            checked={isRequired}
            onChange={(isOn) => change(key, { isRequired: isOn })}
          />
          <div>
            <Button
              size="small"
              startIcon={<X size={14} />}
              onClick={() => onChange(lines.filter((line) => line.key !== key))}
            >
              {t('checklist.remove')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          size="small"
          startIcon={<Plus size={14} />}
          onClick={() =>
            onChange([...lines, { key: freeKey('item', lines), text: { en: '', zh: '' }, isRequired: false }])
          }
        >
          {t('checklist.add')}
        </Button>
      </div>
    </fieldset>
  );
}
