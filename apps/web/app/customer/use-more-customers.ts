import { useFetcher, useLocation } from '@remix-run/react';
import { useCallback, useState } from 'react';
import type { loader } from './more-customers-route.ts';
import type { CustomerRow } from './read-customers.server.ts';

interface Page {
  rows: CustomerRow[];
  endCursor: string | null;
}

/** The first page from the loader, and what scrolling has added to it; a new list begins anew. */
export function useMoreCustomers(first: Page) {
  const { search } = useLocation();
  const { load, data, state } = useFetcher<typeof loader>();
  const [added, setAdded] = useState<Page[]>([]);
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
    load(`/customers/more?${next}`);
  }, [load, state, endCursor, search]);
  return {
    rows: [first, ...added].flatMap((page) => page.rows),
    loadMore: endCursor === null ? undefined : loadMore,
  };
}
