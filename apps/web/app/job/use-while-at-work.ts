import { useEffect } from 'react';
import { useJobNews } from '~/live/live-events.tsx';
import { useRefresh } from '~/live/use-refresh.ts';
import { useShell } from '~/shell/use-shell.ts';
import type { JobFacts } from './job-operations.ts';
import { isAtWork } from './job-state.ts';

const SOON_MILLISECONDS = 2000;

/** Reads the page again while a job that it shows goes on: own ones when they tell so, others' every other second. */
export function useWhileAtWork(jobs: readonly JobFacts[]): () => void {
  const refresh = useRefresh();
  const { viewer } = useShell();
  const moving = jobs.filter(isAtWork);
  const isOthers = moving.some(({ createdBy }) => createdBy?.id !== viewer.id);
  useJobNews(moving.length > 0, refresh);
  useEffect(() => {
    if (!isOthers) return;
    const timer = setInterval(refresh, SOON_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isOthers, refresh]);
  return refresh;
}
