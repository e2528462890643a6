import { useFetcher } from '@remix-run/react';
import { useState } from 'react';

/** Which columns a list shows: as this device keeps them, and at once as the person chooses. */
export function useColumnChoice(list: string, kept: readonly string[] | null) {
  const { submit } = useFetcher();
  const [chosen, setChosen] = useState(kept);
  const choose = (columns: readonly string[] | null) => {
    setChosen(columns);
    const body = JSON.stringify({ list, columns });
    submit(body, { method: 'post', action: '/lists/columns', encType: 'application/json' });
  };
  return [chosen, choose] as const;
}
