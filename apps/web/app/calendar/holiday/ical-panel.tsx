import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import type { OfferedDays } from './import-buttons.tsx';
import { OfferedDaysForm } from './offered-days-form.tsx';

interface IcalPanelProps {
  zone: string;
  known: OfferedDays;
  takesHours: boolean;
  onTake: (days: OfferedDays) => void;
}

interface IcalAnswer extends OfferedDays {
  leftOut: { name: string; reason: { text: string } }[];
}

const mostBytes = 200_000;

/** Reads a calendar file and shows what it would add, and what of it has no place here. */
export function IcalPanel({ zone, known, takesHours, onTake }: IcalPanelProps) {
  const { t } = useTranslation('calendar');
  const [answer, setAnswer] = useState<IcalAnswer | null>(null);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const { save, fault, isSaving } = useSave((value) => setAnswer(value as unknown as IcalAnswer));
  const read = async (file: File) => {
    setAnswer(null);
    setIsTooLarge(file.size > mostBytes);
    if (file.size <= mostBytes) save('previewIcal', { text: await file.text(), zone });
  };
  const offered = answer && { ...answer, special: takesHours ? answer.special : [] };
  return (
    <div className="admin-section">
      <FaultNote fault={fault} />
      <label className="admin-section">
        {t('import.file')}
        <input
          type="file"
          accept="text/calendar,.ics"
          disabled={isSaving}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file) void read(file);
          }}
        />
      </label>
      {isSaving && <p role="status">{t('import.reading')}</p>}
      {isTooLarge && (
        <p role="alert" className="admin-fault">
          {t('import.tooLarge')}
        </p>
      )}
      {offered && <OfferedDaysForm offered={offered} known={known} onTake={onTake} />}
      {answer && answer.leftOut.length > 0 && (
        <details>
          <summary>{t('import.leftOut', { count: answer.leftOut.length })}</summary>
          <ul>
            {answer.leftOut.map(({ name, reason }, index) => (
              <li key={index} className="small">
                {name}: <span className="quiet">{reason.text}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
