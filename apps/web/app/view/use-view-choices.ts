import { useState } from 'react';
import { useSave } from '~/admin/use-save.ts';
import type { ChoicesKey, ViewChoices } from './view-choices.ts';

/** What the person chose of a list's views, at once as they choose it; kept with them under `key`. */
export function useViewChoices(key: ChoicesKey, kept: ViewChoices, active: string) {
  const [choices, setChoices] = useState(kept);
  const [read, setRead] = useState(kept);
  const preferring = useSave(undefined, '/views');
  // What was read before the last choice was kept would take it back for a moment.
  if (read !== kept && !preferring.isSaving) {
    setRead(kept);
    setChoices(kept);
  }
  const prefer = (changes: Partial<ViewChoices>) => {
    const next = { ...choices, ...changes };
    setChoices(next);
    preferring.save('prefer', { key, setting: next });
  };
  const chooseColumns = (chosen: readonly string[] | null) => {
    const { [active]: _before, ...others } = choices.columns;
    prefer({ columns: chosen ? { ...others, [active]: [...chosen] } : others });
  };
  return { choices, prefer, chosenColumns: choices.columns[active] ?? null, chooseColumns };
}
