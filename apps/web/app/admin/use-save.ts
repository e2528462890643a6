import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import type { Fault, Outcome } from '~/graphql/mutation-result.ts';

/** Sends an intent to the page's action. `onSaved` is called once for each success, with what the mutation answered. */
export function useSave(onSaved: (value: Record<string, unknown>) => void = () => undefined, action?: string) {
  const { data, state, submit } = useFetcher<Outcome<Record<string, unknown>>>();
  const told = useRef(data);
  const latest = useRef(onSaved);
  useEffect(() => {
    latest.current = onSaved;
  });
  useEffect(() => {
    if (data === undefined || data === told.current) return;
    told.current = data;
    if (data.ok) latest.current(data.value);
  }, [data]);
  const save = useCallback(
    (intent: string, input: Record<string, unknown>) =>
      submit(JSON.stringify({ intent, input }), { method: 'post', encType: 'application/json', action }),
    [submit, action],
  );
  const fault: Fault | null = data?.ok === false && state === 'idle' ? data.fault : null;
  return { save, fault, isSaving: state !== 'idle' };
}
