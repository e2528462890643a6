import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '~/admin/use-save.ts';
import { useAnswer } from '~/graphql/use-answer.ts';
import { useJobNews } from '~/live/live-events.tsx';
import { useOnceIdle } from '~/live/use-refresh.ts';
import { useToast } from '~/shell/toast.tsx';
import { isAtWork } from './job-state.ts';
import type { loader } from './jobs-route.ts';
import { useJobWords } from './use-job-words.ts';

/** Tells the tray of a job that this page has asked for. */
const asked = new EventTarget();

/** A job was asked for: the tray looks at once. */
export const tellTray = () => asked.dispatchEvent(new Event('asked'));

/** The person's jobs, read again when one goes on. */
export function useTray() {
  const { t } = useTranslation('job');
  const { load, data, state } = useFetcher<typeof loader>();
  const toast = useToast();
  const words = useJobWords();
  const undo = useSave(tellTray, '/jobs');
  const read = useOnceIdle(
    state,
    useCallback(() => load('/jobs'), [load]),
  );
  const jobs = data ?? [];
  const running = jobs.filter(isAtWork).length;

  useEffect(() => {
    read();
    asked.addEventListener('asked', read);
    return () => asked.removeEventListener('asked', read);
  }, [read]);
  useJobNews(running > 0, read);

  const known = useRef<Set<string> | null>(null);
  useAnswer(data, (answer) => {
    const over = answer.filter((job) => job.finishedAt !== null);
    const news = over.filter((job) => !job.isDryRun && known.current !== null && !known.current.has(job.id));
    known.current = new Set(over.map((job) => job.id));
    for (const job of news) {
      const told = t('told', { what: words.title(job), results: words.results(job) });
      toast(told, job.actions.includes('UNDO') ? () => undo.save('UNDO', { jobId: job.id }) : undefined);
    }
  });
  return { jobs, running, read };
}
