import './courier.css';
import Button from '@mui/material/Button';
import { useFetcher } from '@remix-run/react';
import { CircleAlert, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { Chip, type Tone } from '~/mark/chip.tsx';
import type { CourierTracking } from './courier-operations.ts';
import type { loader } from './courier-route.ts';

const path = '/tickets/couriers';

const tones: Partial<Record<NonNullable<CourierTracking['state']>, Tone>> = {
  DELIVERED: 'ok',
  PROBLEM: 'bad',
  REFUSED: 'bad',
  RETURNING: 'warn',
  RETURNED: 'warn',
};

interface CourierStoryProps {
  ticketId: string;
  number: string;
}

/** Where a parcel is as its carrier tells it; what it refuses is said in its words, beside what was known before. */
export function CourierStory({ ticketId, number }: CourierStoryProps) {
  const { t } = useTranslation('courier');
  const { dateTime } = useFormat();
  const [tracking, setTracking] = useState<CourierTracking | null>(null);
  const { save, fault, isSaving } = useSave(
    (value) => setTracking((value as { tracking: CourierTracking }).tracking),
    path,
  );
  const { data, load } = useFetcher<typeof loader>();
  useEffect(() => {
    load(path);
    save('track', { ticketId, number });
  }, [load, save, ticketId, number]);
  const carriers = data?.carriers ?? [];
  const keyOf = (carrier: { channelId: string; key: string }) => `${carrier.channelId} ${carrier.key}`;
  const choose = (chosen: string | null) => {
    const carrier = carriers.find((each) => keyOf(each) === chosen);
    if (carrier) save('track', { ticketId, number, carrier: carrier.key, channelId: carrier.channelId });
  };
  const chosen = carriers.find(({ key }) => key === tracking?.carrier);
  const refusal = fault?.message ?? tracking?.fault?.words.text;
  return (
    <div className="courier-story" aria-busy={isSaving}>
      <div className="courier-head">
        <span className="spread">
          {tracking?.carrierName?.text ?? tracking?.carrier ?? t('noCarrier')}{' '}
          {tracking?.state && <Chip tone={tones[tracking.state] ?? 'info'}>{t(`state.${tracking.state}`)}</Chip>}
        </span>
        <Button
          size="small"
          startIcon={<RefreshCw size={14} />}
          aria-disabled={isSaving}
          onClick={() => !isSaving && save('track', { ticketId, number, isFresh: true })}
        >
          {t('refresh')}
        </Button>
      </div>
      {refusal && (
        <div role="alert" className="courier-fault">
          <CircleAlert size={16} />
          <span>{refusal}</span>
        </div>
      )}
      {isSaving && !tracking && <p className="quiet">{t('asking')}</p>}
      {tracking && tracking.events.length > 0 && (
        <ol className="courier-events" aria-label={t('events')}>
          {tracking.events.map((event, index) => (
            <li key={`${event.at} ${index}`}>
              <time dateTime={event.at} className="small quiet">
                {dateTime(event.at)}
                {event.place && ` · ${event.place}`}
              </time>
              <p>{event.text}</p>
            </li>
          ))}
        </ol>
      )}
      {tracking && tracking.events.length === 0 && !refusal && <p className="quiet">{t('nothing')}</p>}
      {tracking?.fetchedAt && (
        <p className="small quiet">
          {t('told')} <Moment at={tracking.fetchedAt} />
        </p>
      )}
      {carriers.length > 0 && (
        <SelectInput
          name="carrier"
          label={t('carrier')}
          hint={t('carrierHint')}
          value={chosen ? keyOf(chosen) : null}
          options={carriers.map((carrier) => ({ value: keyOf(carrier), label: carrier.name.text }))}
          onChange={choose}
        />
      )}
    </div>
  );
}
