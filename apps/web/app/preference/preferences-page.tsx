import './preferences.css';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '~/mark/segments.tsx';
import { ZoneInput } from '~/form/zone-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import { densities, navWidths, startPages, themeModes, type Locale } from './preferences.ts';
import { useChangePreference, usePreferences } from './preferences-context.tsx';

export const handle = { i18n: ['preference', 'form'] };

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
  const { timeZone } = useFormat();
  return (
    <div className="preferences">
      <PageHeading>{t('title')}</PageHeading>
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
      <Choice label={t('startPage.label')} hint={t('startPage.hint')}>
        <Segments
          label={t('startPage.label')}
          value={preferences.startPage}
          options={startPages.map((value) => ({ value, label: t(`shell:page.${value}`) }))}
          onChange={(startPage) => change({ startPage })}
        />
      </Choice>
      <Choice label={t('timeZone.label')} hint={t('timeZone.hint', { zone: timeZone.replaceAll('_', ' ') })}>
        <div className="preference-zone">
          <ZoneInput
            label={t('timeZone.own')}
            value={preferences.timeZone}
            onChange={(timeZone) => change({ timeZone })}
          />
        </div>
      </Choice>
      <Choice label={t('watching.label')} hint={t('watching.hint')}>
        <div className="preference-checks">
          {(['comments', 'progress'] as const).map((kind) => (
            <label key={kind} className="admin-option">
              <input
                type="checkbox"
                className="check"
                checked={preferences.watching[kind]}
                onChange={({ target }) => change({ watching: { ...preferences.watching, [kind]: target.checked } })}
              />
              {t(`watching.${kind}`)}
            </label>
          ))}
        </div>
      </Choice>
      <Choice label={t('singleKeys.label')} hint={t('singleKeys.hint')}>
        <Link to="/me/keyboard">{t('singleKeys.open')}</Link>
      </Choice>
    </div>
  );
}
