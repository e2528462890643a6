import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  /** Everything that the filter finds, loaded or not. */
  isWholeFilter: boolean;
}

const nothing: Selection = { ids: new Set(), isWholeFilter: false };

/** Which rows are selected; the anchor is the row from which a range is taken. */
export function useSelection(rowIds: readonly string[]) {
  const [selection, setSelection] = useState(nothing);
  const [anchor, setAnchor] = useState(0);

  const toggle = useCallback(
    (index: number) => {
      const id = rowIds[index];
      if (id === undefined) return;
      setAnchor(index);
      setSelection(({ ids }) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        return { ids: next, isWholeFilter: false };
      });
    },
    [rowIds],
  );

  const extend = useCallback(
    (index: number) => {
      const range = rowIds.slice(Math.min(anchor, index), Math.max(anchor, index) + 1);
      setSelection(({ ids }) => ({ ids: new Set([...ids, ...range]), isWholeFilter: false }));
    },
    [anchor, rowIds],
  );

  const selectLoaded = useCallback(() => {
    setSelection(({ ids }) => ({ ids: new Set(rowIds), isWholeFilter: ids.size === rowIds.length && ids.size > 0 }));
  }, [rowIds]);

  const selectWholeFilter = useCallback(() => setSelection({ ids: new Set(rowIds), isWholeFilter: true }), [rowIds]);
  const clear = useCallback(() => setSelection(nothing), []);

  return useMemo(
    () => ({ selection, toggle, extend, selectLoaded, selectWholeFilter, clear }),
    [selection, toggle, extend, selectLoaded, selectWholeFilter, clear],
  );
}

export type SelectionControl = ReturnType<typeof useSelection>;
