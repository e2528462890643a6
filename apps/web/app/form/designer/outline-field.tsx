import type { FieldDefinition } from '@handoff/core/form/field-definition';
import { localize } from '@handoff/core/platform/text/localize';
import IconButton from '@mui/material/IconButton';
import { Ellipsis, Zap } from 'lucide-react';
import { memo, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDragged } from './field-drag.tsx';
import { fieldIcons } from './field-icons.ts';

interface OutlineFieldProps {
  field: FieldDefinition;
  isSelected: boolean;
  /** How many rules do something to it. */
  rules: number;
  onSelect: (key: string, event: MouseEvent) => void;
  onKeyDown: (key: string, event: KeyboardEvent<HTMLElement>) => void;
  onMenu: (key: string, anchor: HTMLElement) => void;
}

/** A field in the outline: to be selected, dragged by its whole row, and moved by keys. */
export const OutlineField = memo(function OutlineField(props: OutlineFieldProps) {
  const { field, isSelected, rules, onSelect, onKeyDown, onMenu } = props;
  const { t, i18n } = useTranslation('form-designer');
  const { ref, listeners, isDragging } = useDragged({ kind: 'field', key: field.key }, `field.${field.key}`);
  const name = field.label ? localize(field.label, i18n.language) : t('type.divider');
  const Icon = fieldIcons[field.type];
  return (
    <li
      ref={ref}
      {...listeners}
      className={`outline-field${isDragging ? ' is-dragged' : ''}`}
      data-field={field.key}
      data-selected={isSelected}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(field.key, event.currentTarget);
      }}
    >
      <Icon size={14} aria-hidden="true" className="quiet" />
      <button
        type="button"
        className="outline-name cut"
        aria-pressed={isSelected}
        onClick={(event) => onSelect(field.key, event)}
        onKeyDown={(event) => onKeyDown(field.key, event)}
      >
        {name}
        {'required' in field && field.required && <span aria-hidden="true"> *</span>}
        <span className="small quiet"> {t(`type.${field.type}`)}</span>
        {'isShared' in field && <span className="small quiet"> · {t('shared.mark')}</span>}
      </button>
      {rules > 0 && (
        <span className="small quiet" title={t('rulesOn', { count: rules })}>
          <Zap size={12} aria-hidden="true" /> {rules}
        </span>
      )}
      <IconButton
        size="small"
        tabIndex={-1}
        aria-label={t('menuOf', { name })}
        onClick={(event) => onMenu(field.key, event.currentTarget)}
      >
        <Ellipsis size={16} />
      </IconButton>
    </li>
  );
});
