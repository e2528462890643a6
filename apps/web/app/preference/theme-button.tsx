import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Moon, Sun, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LateMenu } from '~/panel/late-menu.tsx';
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
      <LateMenu
        anchor={anchor}
        onClose={() => setAnchor(null)}
        entries={themeModes.map((mode) => {
          const ModeIcon = icons[mode];
          return {
            id: mode,
            label: t(`theme.${mode}`),
            icon: <ModeIcon />,
            act: () => change({ theme: mode }),
            isSelected: mode === preferences.theme,
          };
        })}
      />
    </>
  );
}
