import { useFetcher } from '@remix-run/react';
import { useCallback, useMemo, useRef } from 'react';
import type { Fault } from '~/graphql/mutation-result.ts';
import { useAnswer } from '~/graphql/use-answer.ts';
import { useToast } from '~/shell/toast.tsx';
import type { TicketAct } from './act-operations.ts';
import type { action } from './acts-route.ts';

interface Running {
  /** Null where `onDone` says it. */
  told: string | null;
  onFault?: (fault: Fault) => void;
  onDone?: () => void;
}

/**
 * Does something to tickets, says what was done, and hands a refusal to whoever asked. With another `place` it begins
 * anew: an act that leads to another page, as a merge does, leaves its fetcher waiting for ever.
 */
export function useTicketAct(place?: string) {
  const { submit, data, state } = useFetcher<typeof action>(place === undefined ? undefined : { key: `acts ${place}` });
  const toast = useToast();
  const running = useRef<Running | null>(null);

  const run = useCallback(
    (acts: TicketAct | readonly TicketAct[], told: string | null, then: Omit<Running, 'told'> = {}) => {
      running.current = { told, ...then };
      const body = JSON.stringify(Array.isArray(acts) ? acts : [acts]);
      submit(body, { method: 'post', action: '/tickets/acts', encType: 'application/json' });
    },
    [submit],
  );

  // Once the page shows what has become of it.
  useAnswer(state === 'idle' ? data : undefined, (faults) => {
    const asked = running.current;
    if (!asked) return;
    running.current = null;
    const fault = faults.find((each) => each !== null);
    if (!fault) {
      if (asked.told !== null) toast(asked.told);
      asked.onDone?.();
    } else if (asked.onFault) asked.onFault(fault);
    else toast(fault.message);
  });

  const isRunning = state !== 'idle';
  return useMemo(() => ({ run, isRunning }), [run, isRunning]);
}

export type TicketActor = ReturnType<typeof useTicketAct>;
