import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: ReactNode;
  /** What it does, or where it leads. */
  act: (() => void) | { to: string };
  isSelected?: boolean;
  isDisabled?: boolean;
}

export interface EntryMenuProps {
  anchor: HTMLElement | null;
  entries: readonly MenuEntry[];
  /** What stands above them. */
  head?: ReactNode;
  onClose: () => void;
}

/** A menu of entries, which closes with each choice. */
export function EntryMenu({ anchor, entries, head, onClose }: EntryMenuProps) {
  return (
    <Menu anchorEl={anchor} open={anchor !== null} onClose={onClose}>
      {head && (
        <li key="head" role="presentation" className="menu-head">
          {head}
        </li>
      )}
      {entries.map(({ id, label, icon, act, isSelected = false, isDisabled = false }) => {
        const words = (
          <>
            {icon}
            {label}
          </>
        );
        const shown = { selected: isSelected, disabled: isDisabled };
        if (typeof act !== 'function') {
          return (
            <MenuItem key={id} component={Link} to={act.to} {...shown} onClick={onClose}>
              {words}
            </MenuItem>
          );
        }
        return (
          <MenuItem
            key={id}
            {...shown}
            onClick={() => {
              onClose();
              act();
            }}
          >
            {words}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
