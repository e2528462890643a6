import { useMatches } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Handle {
  i18n?: string[];
}

/**
 * Loads the texts that the pages on screen name in their handle, also those of parts that are not drawn yet: a part that
 * had to wait for its texts in answer to a click would take the page down.
 */
export function useFollowNamespaces() {
  const { i18n } = useTranslation();
  const names = useMatches()
    .flatMap(({ handle }) => (handle as Handle | undefined)?.i18n ?? [])
    .join(' ');
  useEffect(() => {
    if (names !== '') void i18n.loadNamespaces(names.split(' '));
  }, [i18n, names]);
}
