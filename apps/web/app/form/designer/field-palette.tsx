import { asInForm, type SharedField } from '@handoff/core/field/shared-field';
import type { FieldDefinition, FieldType } from '@handoff/core/form/field-definition';
import { formFields } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import ClickAwayListener from '@mui/material/ClickAwayListener';
import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { fieldTypes, newField } from './edit-form.ts';
import { useDrag, useDragged, type Dragged } from './field-drag.tsx';
import { fieldIcons } from './field-icons.ts';

interface OfferProps {
  dragged: Dragged;
  id: string;
  type: FieldType;
  name: string;
  note?: string;
  onChoose: () => void;
  // The menu moves the focus itself: it hands these to its items.
  autoFocus?: boolean;
  tabIndex?: number;
}

/** One kind of field, to be chosen or dragged into the form. */
function Offer({ dragged, id, type, name, note, onChoose, ...rest }: OfferProps) {
  const { ref, listeners } = useDragged(dragged, id);
  const Icon = fieldIcons[type];
  return (
    <MenuItem ref={ref} {...listeners} {...rest} className="palette-offer" onClick={onChoose}>
      <Icon size={16} aria-hidden="true" />
      <span className="cut">
        {name}
        {note && <span className="small quiet"> {note}</span>}
      </span>
    </MenuItem>
  );
}

interface FieldPaletteProps {
  anchor: HTMLElement;
  onAdd: (field: FieldDefinition) => void;
  /** With whether the focus goes back to where the palette was opened. */
  onClose: (isBack: boolean) => void;
}

/** The kinds of fields: chosen, they come behind what is selected; dragged, to wherever they are dropped. */
export function FieldPalette({ anchor, onAdd, onClose }: FieldPaletteProps) {
  const { t, i18n } = useTranslation('form-designer');
  const { lists, definition } = useDraft();
  const { dragged } = useDrag();
  const isDragged = dragged?.kind === 'type' || dragged?.kind === 'shared';
  const wasDragged = useRef(false);
  useEffect(() => {
    if (wasDragged.current && !isDragged) onClose(false);
    wasDragged.current = isDragged;
  }, [isDragged, onClose]);
  const taken = new Set(formFields(definition.form).map(({ key }) => key));
  const offered = lists.sharedFields.filter(({ key }) => !taken.has(key));
  const choose = (field: FieldDefinition) => {
    onAdd(field);
    onClose(false);
  };
  const sharedOffer = (field: SharedField) => (
    <Offer
      key={`shared.${field.key}`}
      id={`shared.${field.key}`}
      dragged={{ kind: 'shared', field }}
      type={field.type}
      name={localize(field.label, i18n.language)}
      note={t(`type.${field.type}`)}
      onChoose={() => choose(asInForm(field))}
    />
  );
  return (
    <Popper anchorEl={anchor} open placement="bottom-start" className={`palette${isDragged ? ' is-left' : ''}`}>
      <ClickAwayListener onClickAway={() => !isDragged && onClose(false)}>
        <Paper elevation={8}>
          <p className="small quiet palette-hint">{t('paletteHint')}</p>
          <MenuList
            autoFocusItem
            aria-label={t('addField')}
            onKeyDown={(event) => {
              if (event.key === 'Escape' || event.key === 'Tab') {
                event.preventDefault();
                onClose(true);
              }
            }}
          >
            {offered.length > 0 && <ListSubheader>{t('shared.title')}</ListSubheader>}
            {offered.map(sharedOffer)}
            {offered.length > 0 && <ListSubheader>{t('shared.own')}</ListSubheader>}
            {fieldTypes.map((type) => (
              <Offer
                key={type}
                id={`type.${type}`}
                dragged={{ kind: 'type', type }}
                type={type}
                name={t(`type.${type}`)}
                onChoose={() => choose(newField(definition.form, type, { en: 'New field', zh: '新字段' }))}
              />
            ))}
          </MenuList>
        </Paper>
      </ClickAwayListener>
    </Popper>
  );
}
