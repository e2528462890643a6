import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { SlaMark } from './sla-mark.tsx';

const SOON_SECONDS = 3600;
const DAY_SECONDS = 86_400;

interface DueMarkProps {
  state: 'RUNNING' | 'PAUSED' | 'BREACHED' | 'MET' | null;
  dueAt: string | null;
  /** From when the bar counts. */
  since: string;
  /** Epoch milliseconds. */
  now: number;
}

/** How long a record still has, in words and as a bar. */
export function DueMark({ state, dueAt, since, now }: DueMarkProps) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  if (state === null) return null;
  if (state === 'MET') return <SlaMark state="met" text={t('sla.met')} />;
  if (state === 'PAUSED') return <SlaMark state="paused" text={t('sla.paused')} />;
  if (dueAt === null) return state === 'BREACHED' ? <SlaMark state="breached" text={t('sla.breached')} /> : null;
  const due = new Date(dueAt).getTime();
  const left = Math.trunc((due - now) / 1000);
  const start = new Date(since).getTime();
  const usedShare = (now - start) / Math.max(1, due - start);
  const time = format.shortDuration(Math.abs(left));
  if (left < 0) return <SlaMark state="breached" text={t('sla.over', { time })} usedShare={1} />;
  if (state === 'BREACHED') return <SlaMark state="breached" text={t('sla.breached')} usedShare={usedShare} />;
  const text = left < DAY_SECONDS ? t('sla.left', { time }) : format.moment(dueAt);
  return <SlaMark state={left <= SOON_SECONDS ? 'due_soon' : 'running'} text={text} usedShare={usedShare} />;
}
