import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { FilterField } from './filter-field.ts';

interface FieldMenuProps {
  anchor: HTMLElement;
  fields: readonly FilterField[];
  onChoose: (field: FilterField) => void;
  onClose: () => void;
}

/** The fields that a list can be narrowed by; those of a group stand under its heading. */
export function FieldMenu({ anchor, fields, onChoose, onClose }: FieldMenuProps) {
  const items = fields.flatMap((field, place) => {
    const item = (
      <MenuItem key={field.id} onClick={() => onChoose(field)}>
        {field.label}
      </MenuItem>
    );
    if (!field.group || field.group === fields[place - 1]?.group) return [item];
    return [
      <ListSubheader key={field.group} className="field-group" role="presentation">
        {field.group}
      </ListSubheader>,
      item,
    ];
  });
  return (
    <Menu open anchorEl={anchor} onClose={onClose} slotProps={{ paper: { className: 'field-menu' } }}>
      {items}
    </Menu>
  );
}
