import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';
import { Chip, type Tone } from '~/mark/chip.tsx';

const tones = {
  off: 'mute',
  ready: 'ok',
  connecting: 'warn',
  connected: 'ok',
  reconnecting: 'warn',
  failed: 'bad',
} satisfies Record<string, Tone>;

const isKnown = (status: string): status is keyof typeof tones => status in tones;

interface ChannelStatusProps {
  channel: { status: string; statusDetail: string | null; statusAt: string | null };
}

/** How the connection is, since when, and what the plugin says about it. */
export function ChannelStatus({ channel: { status, statusDetail, statusAt } }: ChannelStatusProps) {
  const { t } = useTranslation('channel');
  if (!isKnown(status)) return <Chip>{status}</Chip>;
  return (
    <>
      <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip> {statusAt && <Moment at={statusAt} />}{' '}
      {statusDetail && <span className="quiet">{statusDetail}</span>}
    </>
  );
}
