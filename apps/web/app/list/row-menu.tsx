import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Link } from '@remix-run/react';
import { ExternalLink, Eye, SquareArrowRight, SquareCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Keys } from '~/mark/keys.tsx';
import type { RowAction } from './record-column.ts';

interface RowMenuProps {
  anchor: HTMLElement;
  to: string;
  actions: readonly RowAction[];
  isSelected: boolean;
  onToggle: () => void;
  onPreview?: () => void;
  onClose: () => void;
}

/** Everything that can be done with one row, each with its key. */
export function RowMenu({ anchor, to, actions, isSelected, onToggle, onPreview, onClose }: RowMenuProps) {
  const { t } = useTranslation('list');
  const item = ({ id, label, icon: Icon, keys, run }: RowAction) => (
    <MenuItem
      key={id}
      onClick={() => {
        onClose();
        run();
      }}
    >
      <Icon />
      <span className="spread">{label}</span>
      {keys && <Keys keys={keys} />}
    </MenuItem>
  );
  return (
    <Menu anchorEl={anchor} open onClose={onClose} className="row-menu">
      {actions.map(item)}
      {actions.length > 0 && <Divider component="li" />}
      <MenuItem component={Link} to={to}>
        <SquareArrowRight />
        <span className="spread">{t('keys.open')}</span>
        <Keys keys="list.open" />
      </MenuItem>
      <MenuItem component="a" href={to} target="_blank" rel="noopener" onClick={onClose}>
        <ExternalLink />
        {t('openInNewTab')}
      </MenuItem>
      {onPreview && item({ id: 'preview', label: t('keys.preview'), icon: Eye, keys: 'list.preview', run: onPreview })}
      {item({
        id: 'select',
        label: t(isSelected ? 'unselectRow' : 'selectRow'),
        icon: SquareCheck,
        keys: 'list.select',
        run: onToggle,
      })}
    </Menu>
  );
}
