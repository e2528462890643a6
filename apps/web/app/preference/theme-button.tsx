import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { Moon, Sun, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { themeModes } from './preferences.ts';
import { useChangePreference, usePreferences } from './preferences-context.tsx';

const icons = { light: Sun, dark: Moon, system: SunMoon };

export function ThemeButton() {
  const { t } = useTranslation('shell');
  const { preferences } = usePreferences();
  const change = useChangePreference();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const Icon = icons[preferences.theme];
  return (
    <>
      <Tooltip title={t('theme.label')}>
        <IconButton
          aria-label={t('theme.label')}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Icon />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {themeModes.map((mode) => {
          const ModeIcon = icons[mode];
          return (
            <MenuItem
              key={mode}
              selected={mode === preferences.theme}
              onClick={() => {
                change({ theme: mode });
                setAnchor(null);
              }}
            >
              <ModeIcon />
              {t(`theme.${mode}`)}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
