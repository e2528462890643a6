import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useOnceIdle, useRefresh } from '~/live/use-refresh.ts';
import { useToast } from '~/shell/toast.tsx';
import type { NotificationItem } from './group-notifications.ts';
import { NotificationPanel } from './notification-panel.tsx';
import { notificationSentence } from './notification-sentence.ts';
import type { loader } from './notifications-route.ts';

interface Told {
  kind: string;
  ticket: { number: string; title: string } | null;
  job: { id: string; file: { name: string; url: string } | null } | null;
}

function recordOf({ ticket, job, kind }: Told, other: string, jobs: string) {
  if (job?.file && kind === 'job.finished') return { recordLabel: job.file.name, recordTo: job.file.url, isFile: true };
  if (job && kind === 'job.finished') {
    return { recordLabel: jobs, recordTo: `/records/jobs/${encodeURIComponent(job.id)}` };
  }
  if (ticket) return { recordLabel: `${ticket.number} ${ticket.title}`, recordTo: `/tickets/${ticket.number}` };
  if (kind === 'job.finished' || kind === 'job.exported') return { recordLabel: jobs, recordTo: '/records/jobs' };
  return { recordLabel: other, recordTo: kind.startsWith('job.') ? '/tickets' : '/workbench' };
}

/** The panel with what the server holds; read again whenever something arrives. */
export function LiveNotificationPanel({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('notification');
  const { load, data, state } = useFetcher<typeof loader>();
  const again = useOnceIdle(
    state,
    useCallback(() => load('/notifications'), [load]),
  );
  const reader = useFetcher();
  useEffect(() => load('/notifications'), [load]);
  useLiveEvents((event) => (event.kind === 'notification' || event.kind === 'gap') && again());
  const items = useMemo(
    () =>
      (data ?? []).map((each): NotificationItem => ({
        id: each.id,
        at: each.createdAt,
        isRead: each.readAt !== null,
        needsYou: each.isActionable,
        text: notificationSentence(t, i18n.language, each),
        ...recordOf(each, t('title'), t('jobs')),
      })),
    [data, t, i18n.language],
  );
  const read = (ids: readonly string[]) => {
    if (ids.length === 0) return;
    const form = new FormData();
    ids.forEach((id) => form.append('id', id));
    reader.submit(form, { method: 'post', action: '/notifications' });
  };
  if (!data) return null;
  return <NotificationPanel items={items} onRead={read} onClose={onClose} />;
}

/** Says in one line what needs the person, and brings the counts up to date. */
export function useNotificationToasts() {
  const { t, i18n } = useTranslation('notification');
  const toast = useToast();
  const refresh = useRefresh();
  useLiveEvents((event) => {
    if (event.kind !== 'notification' || !event.change.notification) return;
    if (event.change.notification.isActionable)
      toast(notificationSentence(t, i18n.language, event.change.notification));
    refresh();
  });
}
