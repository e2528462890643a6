import { Circle, CirclePause, Phone, PhoneIncoming, PhoneMissed, PhoneOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '~/mark/chip.tsx';
import { statusKeyOf } from './call-words.ts';

const looks = {
  QUEUED: { Icon: Circle, tone: 'warn' },
  RINGING: { Icon: PhoneIncoming, tone: 'info' },
  IN_CALL: { Icon: Phone, tone: 'ok' },
  HELD: { Icon: CirclePause, tone: 'warn' },
  ENDED: { Icon: PhoneOff, tone: 'mute' },
  MISSED: { Icon: PhoneMissed, tone: 'bad' },
} as const satisfies Record<string, { Icon: typeof Circle; tone: Tone }>;

/** How a call stands, as icon, word and tint. */
export function CallMark({ call }: { call: Parameters<typeof statusKeyOf>[0] }) {
  const { t } = useTranslation('call');
  const key = statusKeyOf(call);
  const { Icon, tone } = looks[key];
  return (
    <Chip tone={tone} icon={Icon}>
      {t(`status.${key}`)}
    </Chip>
  );
}
