import { useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { orderPages, type PageKey } from './pages.ts';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';

/** `G` and a letter go to a page. */
export function usePageShortcuts(allowed: readonly PageKey[]) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  useShortcuts(
    orderPages(allowed).flatMap(({ id, key, to }) =>
      key ? [{ keys: key, label: t('keys.goTo', { page: t(`page.${id}`) }), run: () => navigate(to) }] : [],
    ),
  );
}
