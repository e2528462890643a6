import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useChangePreference, usePreferences } from './preferences-context.tsx';

const others = {
  en: { locale: 'zh', lang: 'zh-CN', sign: '中', name: '中文：切换为中文' },
  zh: { locale: 'en', lang: 'en', sign: 'EN', name: 'EN: switch to English' },
} as const;

/** Shows the other language, in that language. */
export function LanguageButton() {
  const { locale } = usePreferences();
  const change = useChangePreference();
  const other = others[locale];
  return (
    <Tooltip title={<span lang={other.lang}>{other.name}</span>}>
      <IconButton
        aria-label={other.name}
        lang={other.lang}
        className="language"
        onClick={() => change({ locale: other.locale })}
      >
        {other.sign}
      </IconButton>
    </Tooltip>
  );
}
