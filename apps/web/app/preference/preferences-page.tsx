import './preferences.css';
import type { MetaFunction } from '@remix-run/node';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '~/mark/segments.tsx';
import { densities, navWidths, themeModes, type Locale } from './preferences.ts';
import { useChangePreference, usePreferences } from './preferences-context.tsx';

export const handle = { i18n: ['preference'] };
export const meta: MetaFunction = () => [{ title: 'Handoff' }];

const languages: { value: Locale; label: ReactNode }[] = [
  { value: 'zh', label: <span lang="zh-CN">中文</span> },
  { value: 'en', label: <span lang="en">English</span> },
];

function Choice({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="preference">
      <div>
        <h2 className="preference-name">{label}</h2>
        {hint && <p className="small quiet">{hint}</p>}
      </div>
      {children}
    </div>
  );
}

export default function PreferencesPage() {
  const { t } = useTranslation(['preference', 'shell']);
  const { preferences, locale } = usePreferences();
  const change = useChangePreference();
  return (
    <div className="preferences">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('kept')}</p>
      <Choice label={t('language.label')} hint={t('language.hint')}>
        <Segments
          label={t('language.label')}
          value={locale}
          options={languages}
          onChange={(value) => change({ locale: value })}
        />
      </Choice>
      <Choice label={t('theme.label')}>
        <Segments
          label={t('theme.label')}
          value={preferences.theme}
          options={themeModes.map((value) => ({ value, label: t(`shell:theme.${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </Choice>
      <Choice label={t('density.label')}>
        <Segments
          label={t('density.label')}
          value={preferences.density}
          options={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
          onChange={(density) => change({ density })}
        />
      </Choice>
      <Choice label={t('nav.label')}>
        <Segments
          label={t('nav.label')}
          value={preferences.nav}
          options={navWidths.map((value) => ({ value, label: t(`nav.${value}`) }))}
          onChange={(nav) => change({ nav })}
        />
      </Choice>
      <Choice label={t('singleKeys.label')} hint={t('singleKeys.hint')}>
        <Segments
          label={t('singleKeys.label')}
          value={preferences.singleKeys ? 'true' : 'false'}
          options={(['true', 'false'] as const).map((value) => ({ value, label: t(`singleKeys.${value}`) }))}
          onChange={(value) => change({ singleKeys: value === 'true' })}
        />
      </Choice>
    </div>
  );
}
