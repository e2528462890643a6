import Button from '@mui/material/Button';
import { Tag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findTags } from '~/form/find-choices.ts';
import { LatePickerInput } from '~/form/late-picker-input.tsx';
import type { PickerChoice } from '~/form/picker-input.tsx';
import { Chip } from '~/mark/chip.tsx';

interface TagChange {
  add: string[];
  remove: string[];
}

interface RecordTagsProps {
  tags: readonly { id: string; path: string }[];
  isEditable: boolean;
  /** `then.onFault` puts back what was there. */
  onChange: (change: TagChange, then: { onFault: () => void }) => void;
}

/** What a record is marked with; each choice is kept at once. */
export function RecordTags({ tags, isEditable, onChange }: RecordTagsProps) {
  const { t } = useTranslation('tag');
  const [isOpen, setIsOpen] = useState(false);
  const stored = tags.map(({ id, path }): PickerChoice => ({ id, label: path }));
  const [chosen, setChosen] = useState<readonly PickerChoice[] | null>(null);
  const shown = chosen ?? stored;
  const choose = (next: PickerChoice[]) => {
    const ids = new Set(next.map(({ id }) => id));
    const before = new Set(shown.map(({ id }) => id));
    setChosen(next);
    onChange(
      {
        add: next.map(({ id }) => id).filter((id) => !before.has(id)),
        remove: shown.map(({ id }) => id).filter((id) => !ids.has(id)),
      },
      { onFault: () => setChosen(null) },
    );
  };
  return (
    <section className="side-section" aria-labelledby="record-tags">
      <h2 id="record-tags">
        <span className="spread">{t('tags')}</span>
        {isEditable && (
          <Button
            size="small"
            aria-expanded={isOpen}
            onClick={() => {
              setChosen(null);
              setIsOpen(!isOpen);
            }}
          >
            {t(isOpen ? 'done' : 'change')}
          </Button>
        )}
      </h2>
      {isOpen ? (
        <LatePickerInput label={t('tags')} isMultiple value={shown} find={findTags} onChange={choose} />
      ) : (
        <p className="record-tags">
          {stored.map(({ id, label }) => (
            <Chip key={id} icon={Tag}>
              {label}
            </Chip>
          ))}
          {stored.length === 0 && <span className="small quiet">{t('none')}</span>}
        </p>
      )}
    </section>
  );
}
