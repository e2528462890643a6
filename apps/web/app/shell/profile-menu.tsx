import { useSubmit } from '@remix-run/react';
import { LogOut, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '~/mark/avatar.tsx';
import { LateMenu } from '~/panel/late-menu.tsx';
import type { Viewer } from './shell-data.ts';

export function ProfileMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('shell');
  const submit = useSubmit();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
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
      <LateMenu
        anchor={anchor}
        onClose={() => setAnchor(null)}
        head={
          <>
            <b>{viewer.name}</b>
            <span className="small quiet">{[viewer.login, viewer.departmentName].filter(Boolean).join(' · ')}</span>
          </>
        }
        entries={[
          { id: 'me', label: t('profile.preferences'), icon: <Settings2 />, act: { to: '/me' } },
          {
            id: 'logOut',
            label: t('profile.logOut'),
            icon: <LogOut />,
            act: () => submit(null, { method: 'post', action: '/logout' }),
          },
        ]}
      />
    </>
  );
}
