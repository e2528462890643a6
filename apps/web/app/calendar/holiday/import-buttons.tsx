import type { HolidaySpan, MakeUpDay, SpecialSpan } from '@handoff/core/calendar/calendar-definition';
import Button from '@mui/material/Button';
import { CalendarPlus, FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '~/panel/side-panel.tsx';
import { useToast } from '~/shell/toast.tsx';
import { IcalPanel } from './ical-panel.tsx';
import { PublicHolidaysPanel } from './public-holidays-panel.tsx';

/** What is offered to a calendar or a list; a list takes no hours. */
export interface OfferedDays {
  holidays: HolidaySpan[];
  makeUpDays: MakeUpDay[];
  special: SpecialSpan[];
}

interface ImportButtonsProps {
  zone: string;
  year: number;
  known: OfferedDays;
  /** Whether hours have a place. */
  takesHours?: boolean;
  onTake: (days: OfferedDays) => void;
}

/** Opens what can be taken over, which is shown before it is; nothing is kept until the form is saved. */
export function ImportButtons({ zone, year, known, takesHours = true, onTake }: ImportButtonsProps) {
  const { t } = useTranslation('calendar');
  const toast = useToast();
  const [open, setOpen] = useState<'holidays' | 'ical' | null>(null);
  const take = (days: OfferedDays) => {
    onTake(days);
    const count = days.holidays.length + days.makeUpDays.length + days.special.length;
    toast(t('import.taken', { count }));
    setOpen(null);
  };
  return (
    <>
      <div className="admin-acts">
        <Button size="small" startIcon={<CalendarPlus size={14} />} onClick={() => setOpen('holidays')}>
          {t('import.holidays')}
        </Button>
        <Button size="small" startIcon={<FileUp size={14} />} onClick={() => setOpen('ical')}>
          {t('import.ical')}
        </Button>
      </div>
      {open && (
        <SidePanel title={t(`import.${open}`)} width={560} onClose={() => setOpen(null)}>
          {open === 'holidays' ? (
            <PublicHolidaysPanel year={year} known={known} onTake={take} />
          ) : (
            <IcalPanel zone={zone} known={known} takesHours={takesHours} onTake={take} />
          )}
        </SidePanel>
      )}
    </>
  );
}
