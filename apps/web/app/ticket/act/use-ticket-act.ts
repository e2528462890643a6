import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Fault } from '~/graphql/mutation-result.ts';
import { useToast } from '~/shell/toast.tsx';
import type { TicketAct } from './act-operations.ts';
import type { action } from './acts-route.ts';

interface Running {
  told: string;
  onFault?: (fault: Fault) => void;
  onDone?: () => void;
}

/** Does something to tickets, says what was done, and hands a refusal to whoever asked. */
export function useTicketAct() {
  const { submit, data, state } = useFetcher<typeof action>();
  const toast = useToast();
  const running = useRef<Running | null>(null);

  const run = useCallback(
    (acts: TicketAct | readonly TicketAct[], told: string, then: Omit<Running, 'told'> = {}) => {
      running.current = { told, ...then };
      const body = JSON.stringify(Array.isArray(acts) ? acts : [acts]);
      submit(body, { method: 'post', action: '/tickets/acts', encType: 'application/json' });
    },
    [submit],
  );

  useEffect(() => {
    const asked = running.current;
    if (state !== 'idle' || !data || !asked) return;
    running.current = null;
    const fault = data.find((each) => each !== null);
    if (!fault) {
      toast(asked.told);
      asked.onDone?.();
    } else if (asked.onFault) asked.onFault(fault);
    else toast(fault.message);
  }, [state, data, toast]);

  const isRunning = state !== 'idle';
  return useMemo(() => ({ run, isRunning }), [run, isRunning]);
}

export type TicketActor = ReturnType<typeof useTicketAct>;
