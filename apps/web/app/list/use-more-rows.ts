import { useFetcher, useLocation } from '@remix-run/react';
import { useCallback, useMemo, useState } from 'react';

interface Page<Row> {
  rows: Row[];
  endCursor: string | null;
}

/** The first page from the loader, and what scrolling has added to it from `more`; a new list begins anew. */
export function useMoreRows<Row extends { id: string }>(first: Page<Row>, more: string) {
  const { search } = useLocation();
  const { load, data: answer, state } = useFetcher();
  const data = answer as Page<Row> | undefined;
  const [added, setAdded] = useState<Page<Row>[]>([]);
  const [seen, setSeen] = useState(data);
  const [list, setList] = useState(first);
  if (list !== first) {
    setList(first);
    setAdded([]);
  }
  if (data && data !== seen) {
    setSeen(data);
    setAdded((pages) => [...pages, data]);
  }
  const endCursor = (added.at(-1) ?? first).endCursor;
  const loadMore = useCallback(() => {
    if (state !== 'idle' || endCursor === null) return;
    const next = new URLSearchParams(search);
    next.set('after', endCursor);
    load(`${more}?${next}`);
  }, [load, state, endCursor, search, more]);
  const rows = useMemo(() => {
    const byId = new Map([first, ...added].flatMap((page) => page.rows).map((row) => [row.id, row]));
    return [...byId.values()];
  }, [first, added]);
  return { rows, loadMore: endCursor === null ? undefined : loadMore };
}
