import type { ValueField } from '@handoff/core/form/field-definition';
import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import { MoveButtons } from '~/mark/move-buttons.tsx';

interface Chosen {
  key: string;
  isRequired: boolean;
  label: LocalizedText | null;
}

interface FieldChoiceProps {
  offered: readonly ValueField[];
  chosen: readonly Chosen[];
  onChange: (chosen: Chosen[]) => void;
}

/** Which fields of the ticket type a form asks for, in their order, and what each is called here. */
export function FieldChoice({ offered, chosen, onChange }: FieldChoiceProps) {
  const { t, i18n } = useTranslation('external-form');
  const nameOf = (key: string) => {
    const field = offered.find((each) => each.key === key);
    return field ? localize(field.label, i18n.language) : key;
  };
  const left = offered.filter(({ key }) => !chosen.some((each) => each.key === key));
  const move = (index: number, by: 1 | -1) => {
    const field = chosen[index];
    if (field) onChange(chosen.toSpliced(index, 1).toSpliced(index + by, 0, field));
  };
  return (
    <section className="admin-section" aria-labelledby="form-fields">
      <h2 id="form-fields">{t('fields')}</h2>
      <ol className="chosen-fields">
        {chosen.map((field, index) => {
          const name = nameOf(field.key);
          const isNeeded = offered.find(({ key }) => key === field.key)?.required === true;
          const set = (part: Partial<Chosen>) => onChange(chosen.with(index, { ...field, ...part }));
          return (
            <li key={field.key} className="chosen-field">
              <div className="chosen-field-head">
                <b className="spread cut">{name}</b>
                <MoveButtons
                  up={t('up', { name })}
                  down={t('down', { name })}
                  isFirst={index === 0}
                  isLast={index === chosen.length - 1}
                  onMove={(by) => move(index, by)}
                />
                <IconButton
                  size="small"
                  aria-label={t('remove', { name })}
                  onClick={() => onChange(chosen.toSpliced(index, 1))}
                >
                  <Trash2 size={14} />
                </IconButton>
              </div>
              <label className="admin-option">
                <input
                  type="checkbox"
                  className="check"
                  checked={isNeeded || field.isRequired}
                  disabled={isNeeded}
                  onChange={({ target }) => set({ isRequired: target.checked })}
                />
                {t(isNeeded ? 'requiredByType' : 'required')}
              </label>
              <details>
                <summary className="small">{t('ownLabel')}</summary>
                <LocalizedInput
                  name={`label-${field.key}`}
                  label={t('labelHere')}
                  value={field.label ?? undefined}
                  onChange={(label) => set({ label: label ?? null })}
                />
              </details>
            </li>
          );
        })}
      </ol>
      {chosen.length === 0 && <p className="quiet">{t('noFields')}</p>}
      <div className="field-offer" role="group" aria-label={t('addField')}>
        {left.map((field) => (
          <Button
            key={field.key}
            size="small"
            startIcon={<Plus size={14} />}
            onClick={() => onChange([...chosen, { key: field.key, isRequired: false, label: null }])}
          >
            {localize(field.label, i18n.language)}
          </Button>
        ))}
      </div>
    </section>
  );
}
