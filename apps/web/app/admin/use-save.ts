import { useFetcher } from '@remix-run/react';
import { useCallback } from 'react';
import type { Fault, Outcome } from '~/graphql/mutation-result.ts';
import { useAnswer } from '~/graphql/use-answer.ts';

/** Sends an intent to the page's action. `onSaved` is called once for each success, with what the mutation answered. */
export function useSave(onSaved: (value: Record<string, unknown>) => void = () => undefined, action?: string) {
  const { data, state, submit } = useFetcher<Outcome<Record<string, unknown>>>();
  useAnswer(data, (outcome) => outcome.ok && onSaved(outcome.value));
  const save = useCallback(
    (intent: string, input: Record<string, unknown>) =>
      submit(JSON.stringify({ intent, input }), { method: 'post', encType: 'application/json', action }),
    [submit, action],
  );
  const fault: Fault | null = data?.ok === false && state === 'idle' ? data.fault : null;
  return { save, fault, isSaving: state !== 'idle' };
}
