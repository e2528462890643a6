import { useCallback, useEffect, useRef, useState } from 'react';
import type { BacktestBatch, BacktestResult } from './simulation-operations.ts';

async function readBatch(path: string, after: string | null, signal: AbortSignal): Promise<BacktestBatch> {
  const response = await fetch(after ? `${path}?after=${encodeURIComponent(after)}` : path, { signal });
  if (!response.ok) throw new Error(`backtest answered ${response.status}`);
  return (await response.json()) as BacktestBatch;
}

/** Asks for batch after batch, so that no request is long and one may stop at any time. */
export function useBacktest(draftId: string) {
  const path = `/ticket-types/drafts/${encodeURIComponent(draftId)}/backtest/batch`;
  const [results, setResults] = useState<readonly BacktestResult[]>([]);
  const [state, setState] = useState<'idle' | 'running' | 'done' | 'failed'>('idle');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback(
    async (count: number) => {
      const controller = new AbortController();
      running.current = controller;
      setResults([]);
      setState('running');
      try {
        let after: string | null = null;
        for (let done = 0; done < count;) {
          const batch: BacktestBatch = await readBatch(path, after, controller.signal);
          setResults((before) => [...before, ...batch.results].slice(0, count));
          done += batch.results.length;
          after = batch.endCursor;
          if (after === null) break;
        }
        setState('done');
      } catch {
        setState(controller.signal.aborted ? 'idle' : 'failed');
      }
    },
    [path],
  );
  return { results, state, start, stop: () => running.current?.abort() };
}
