import type { FormSection } from '@handoff/core/form/form-definition';
import { localize } from '@handoff/core/platform/text/localize';
import IconButton from '@mui/material/IconButton';
import { Ellipsis, GripVertical } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDragged } from './field-drag.tsx';

interface OutlineSectionProps {
  section: FormSection;
  number: number;
  isSelected: boolean;
  onSelect: () => void;
  onChange: (change: Partial<FormSection>, move?: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onMenu: (anchor: HTMLElement) => void;
  children: ReactNode;
}

/** A section in the outline: its handle is dragged and takes the keys, beside it what it is called and how wide it is. */
export function OutlineSection(props: OutlineSectionProps) {
  const { section, number, isSelected, onSelect, onChange, onKeyDown, onMenu, children } = props;
  const { t, i18n } = useTranslation('form-designer');
  const { ref, listeners, isDragging } = useDragged({ kind: 'section', key: section.key }, `section.${section.key}`);
  const name = localize(section.label, i18n.language);
  return (
    <div
      role="group"
      aria-label={name}
      className={`outline-part${isDragging ? ' is-dragged' : ''}`}
      data-section={section.key}
      data-selected={isSelected}
    >
      <div className="outline-section" ref={ref}>
        <button
          type="button"
          {...listeners}
          className="outline-handle"
          aria-label={t('section.handle', { name })}
          aria-pressed={isSelected}
          onClick={onSelect}
          onKeyDown={onKeyDown}
        >
          <GripVertical size={16} />
        </button>
        {(['en', 'zh'] as const).map((locale) => (
          <input
            key={locale}
            className="plain-input"
            aria-label={t(`section.${locale}`, { number })}
            value={section.label[locale]}
            onChange={({ target }) =>
              onChange({ label: { ...section.label, [locale]: target.value } }, `section.${section.key}.${locale}`)
            }
          />
        ))}
        <select
          className="plain-input outline-columns"
          aria-label={t('section.columns', { number })}
          value={section.columns}
          onChange={({ target }) => onChange({ columns: Number(target.value) })}
        >
          {[1, 2, 3].map((count) => (
            <option key={count} value={count}>
              {t('columns', { count })}
            </option>
          ))}
        </select>
        <IconButton
          size="small"
          tabIndex={-1}
          aria-label={t('menuOf', { name })}
          onClick={(event) => onMenu(event.currentTarget)}
        >
          <Ellipsis size={16} />
        </IconButton>
      </div>
      {children}
    </div>
  );
}
