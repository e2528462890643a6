import { asInForm, type SharedField } from '@handoff/core/field/shared-field';
import type { FieldType } from '@handoff/core/form/field-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ArrowDown, ArrowUp, Plus, Trash2, Zap } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import {
  addField,
  addSection,
  changeSection,
  fieldTypes,
  moveField,
  newField,
  removeField,
  removeSection,
  rulesOn,
} from './edit-form.ts';

interface FieldOutlineProps {
  form: FormDefinition;
  selected: string | null;
  onSelect: (key: string) => void;
  onChange: (form: FormDefinition, move?: string) => void;
}

/** Sections and fields in their order. Alt and the arrows move a field, Delete removes it. */
export function FieldOutline({ form, selected, onSelect, onChange }: FieldOutlineProps) {
  const { t, i18n } = useTranslation('form-designer');
  const { lists } = useDraft();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const add = (type: FieldType) => {
    const field = newField(form, type, { en: 'New field', zh: '新字段' });
    onChange(addField(form, field, selected));
    onSelect(field.key);
    setMenu(null);
  };
  const addShared = (field: SharedField) => {
    onChange(addField(form, asInForm(field), selected));
    onSelect(field.key);
    setMenu(null);
  };
  const taken = new Set(formFields(form).map(({ key }) => key));
  const offered = lists.sharedFields.filter(({ key }) => !taken.has(key));
  const drop = (key: string) => onChange(removeField(form, key));
  return (
    <div className="outline">
      {form.sections.map((section, index) => (
        <div key={section.key} role="group" aria-label={localize(section.label, i18n.language)}>
          <div className="outline-section">
            {(['en', 'zh'] as const).map((locale) => (
              <input
                key={locale}
                className="plain-input"
                aria-label={t(`section.${locale}`, { number: index + 1 })}
                value={section.label[locale]}
                onChange={({ target }) =>
                  onChange(
                    changeSection(form, index, { label: { ...section.label, [locale]: target.value } }),
                    `section.${section.key}.${locale}`,
                  )
                }
              />
            ))}
            <select
              className="plain-input"
              aria-label={t('section.columns', { number: index + 1 })}
              value={section.columns}
              onChange={({ target }) => onChange(changeSection(form, index, { columns: Number(target.value) }))}
            >
              {[1, 2, 3].map((count) => (
                <option key={count} value={count}>
                  {t('columns', { count })}
                </option>
              ))}
            </select>
            <IconButton
              size="small"
              aria-label={t('section.remove', { number: index + 1 })}
              disabled={form.sections.length === 1}
              onClick={() => onChange(removeSection(form, index))}
            >
              <Trash2 size={14} />
            </IconButton>
          </div>
          <ul className="outline-fields">
            {section.fields.map((field) => {
              const name = field.label ? localize(field.label, i18n.language) : t('type.divider');
              const rules = rulesOn(form, field.key);
              return (
                <li key={field.key} className="outline-field" data-selected={field.key === selected}>
                  <button
                    type="button"
                    className="outline-name cut"
                    aria-pressed={field.key === selected}
                    onClick={() => onSelect(field.key)}
                    onKeyDown={(event) => {
                      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
                        event.preventDefault();
                        onChange(moveField(form, field.key, event.key === 'ArrowDown' ? 1 : -1));
                      } else if (event.key === 'Delete') drop(field.key);
                    }}
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
                    aria-label={t('moveUp', { name })}
                    onClick={() => onChange(moveField(form, field.key, -1))}
                  >
                    <ArrowUp size={14} />
                  </IconButton>
                  <IconButton
                    size="small"
                    aria-label={t('moveDown', { name })}
                    onClick={() => onChange(moveField(form, field.key, 1))}
                  >
                    <ArrowDown size={14} />
                  </IconButton>
                  <IconButton size="small" aria-label={t('removeField', { name })} onClick={() => drop(field.key)}>
                    <Trash2 size={14} />
                  </IconButton>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      <div className="admin-acts">
        <Button startIcon={<Plus size={16} />} onClick={(event) => setMenu(event.currentTarget)}>
          {t('addField')}
        </Button>
        <Button
          startIcon={<Plus size={16} />}
          onClick={() => onChange(addSection(form, { en: 'New section', zh: '新分区' }))}
        >
          {t('addSection')}
        </Button>
      </div>
      <Menu anchorEl={menu} open={menu !== null} onClose={() => setMenu(null)}>
        {offered.length > 0 && <ListSubheader>{t('shared.title')}</ListSubheader>}
        {offered.map((field) => (
          <MenuItem key={`shared.${field.key}`} onClick={() => addShared(field)}>
            {localize(field.label, i18n.language)} <span className="small quiet"> {t(`type.${field.type}`)}</span>
          </MenuItem>
        ))}
        {offered.length > 0 && <ListSubheader>{t('shared.own')}</ListSubheader>}
        {fieldTypes.map((type) => (
          <MenuItem key={type} onClick={() => add(type)}>
            {t(`type.${type}`)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
