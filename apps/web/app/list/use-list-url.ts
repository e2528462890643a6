import { useSearchParams } from '@remix-run/react';
import { useCallback, useMemo } from 'react';
import { readListUrl, writeListUrl, type ListState } from './list-url.ts';

/** A list's state is its address: shared by a link, kept by the back button. */
export function useListUrl() {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readListUrl(search), [search]);
  const change = useCallback(
    (changes: Partial<ListState>) =>
      setSearch((before) => writeListUrl({ ...readListUrl(before), ...changes }), { preventScrollReset: true }),
    [setSearch],
  );
  return { state, change };
}
