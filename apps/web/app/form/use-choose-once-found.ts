import { useEffect, useState } from 'react';

/**
 * Enter chooses among what was found for what is typed. Pressed before the answer is there, it waits for it: what is on
 * screen until then was found for other letters.
 */
export function useChooseOnceFound(query: string | null, isFound: boolean, choose: () => void): () => void {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null || (wanted === query && !isFound)) return;
    setWanted(null);
    if (wanted === query) choose();
  }, [wanted, query, isFound, choose]);
  return () => (isFound ? choose() : setWanted(query));
}
