import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';

/** What searches or filters a page that is no list. */
const searchFields = ':is([type=search], .admin-filter input, .admin-filter [role=combobox]):not([disabled])';

interface SearchKeyProps {
  page: RefObject<HTMLElement>;
  onPalette: () => void;
}

/**
 * The key that goes to the search of the page, or to the palette where a page has none. It stands before the page, so
 * that a list registers its own after it and takes the key.
 */
export function SearchKey({ page, onPalette }: SearchKeyProps) {
  const { t } = useTranslation('shell');
  const run = () => {
    const field = page.current?.querySelector<HTMLElement>(searchFields);
    if (field) field.focus();
    else onPalette();
  };
  useShortcuts([{ keys: 'search', label: t('keys.search'), run }]);
  return null;
}
