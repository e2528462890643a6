import { Truck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '~/panel/side-panel.tsx';
import { CourierStory } from './courier-story.tsx';

interface CourierPanelProps {
  ticketId: string;
  numbers: readonly { field: string; number: string; label: { text: string } }[];
}

/** The parcels that a ticket names; each number opens where its parcel is. */
export function CourierPanel({ ticketId, numbers }: CourierPanelProps) {
  const { t } = useTranslation('courier');
  const [open, setOpen] = useState<string | null>(null);
  if (numbers.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('title')}>
      <h2>
        {t('title')} <span className="count">{numbers.length}</span>
      </h2>
      <ul>
        {numbers.map(({ field, number, label }) => (
          <li key={`${field} ${number}`} className="side-line">
            <Truck size={14} />
            <button
              type="button"
              className="link-button mono cut spread"
              aria-label={t('track', { number })}
              onClick={() => setOpen(number)}
            >
              {number}
            </button>
            <span className="small quiet">{label.text}</span>
          </li>
        ))}
      </ul>
      {open && (
        <SidePanel title={t('parcel', { number: open })} onClose={() => setOpen(null)}>
          <CourierStory key={open} ticketId={ticketId} number={open} />
        </SidePanel>
      )}
    </section>
  );
}
