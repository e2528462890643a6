import { useFetcher, useLocation } from '@remix-run/react';
import { useCallback, useMemo, useState } from 'react';
import type { TicketRow } from '../ticket-row.ts';
import type { loader } from './more-tickets-route.ts';

interface Page {
  rows: TicketRow[];
  endCursor: string | null;
}

/** The first page from the loader, and what scrolling has added to it; a new list begins anew. */
export function useMoreTickets(first: Page) {
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
    load(`/tickets/more?${next}`);
  }, [load, state, endCursor, search]);
  const rows = useMemo(() => {
    const byId = new Map([first, ...added].flatMap((page) => page.rows).map((row) => [row.id, row]));
    return [...byId.values()];
  }, [first, added]);
  return { rows, loadMore: endCursor === null ? undefined : loadMore };
}
