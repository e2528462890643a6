import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Link, useSubmit } from '@remix-run/react';
import { LogOut, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '~/mark/avatar.tsx';
import type { Viewer } from './shell-data.ts';

export function ProfileMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('shell');
  const submit = useSubmit();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <button
        type="button"
        className="profile"
        aria-label={t('profile.menu', { name: viewer.name })}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Avatar name={viewer.name} />
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <li role="presentation" className="profile-card">
          <b>{viewer.name}</b>
          <span className="small quiet">{[viewer.login, viewer.departmentName].filter(Boolean).join(' · ')}</span>
        </li>
        <MenuItem component={Link} to="/me" onClick={close}>
          <Settings2 />
          {t('profile.preferences')}
        </MenuItem>
        <MenuItem onClick={() => submit(null, { method: 'post', action: '/logout' })}>
          <LogOut />
          {t('profile.logOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
