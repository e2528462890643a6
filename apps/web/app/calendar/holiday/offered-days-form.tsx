import type { LocalizedText } from '@handoff/core/platform/text/localized-text';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { formatDate } from '~/format/format-date.ts';
import type { OfferedDays } from './import-buttons.tsx';

interface OfferedDaysFormProps {
  offered: OfferedDays;
  known: OfferedDays;
  onTake: (days: OfferedDays) => void;
}

interface OfferedDay {
  id: string;
  words: string;
  name: LocalizedText | undefined;
}

const kinds = ['holidays', 'makeUpDays', 'special'] as const;
const titles = { holidays: 'import.off', makeUpDays: 'import.makeUp', special: 'import.hours' } as const;

/** What may be taken over, each with a tick; what is there already has none. */
export function OfferedDaysForm({ offered, known, onTake }: OfferedDaysFormProps) {
  const { t, i18n } = useTranslation('calendar');
  const { locale } = useFormat();
  const date = (iso: string) => formatDate(new Date(iso), locale, 'UTC');
  const range = (from: string, to: string) => (from === to ? date(from) : `${date(from)} – ${date(to)}`);
  const listed = (days: OfferedDays): Record<(typeof kinds)[number], OfferedDay[]> => ({
    holidays: days.holidays.map(({ from, to, yearly, name }) => ({
      id: `${from} ${to} ${Boolean(yearly)}`,
      words: `${range(from, to)}${yearly ? ` · ${t('yearly')}` : ''}`,
      name,
    })),
    makeUpDays: days.makeUpDays.map((day) => ({ id: day.date, words: date(day.date), name: day.name })),
    special: days.special.map((day) => ({
      id: `${day.date} ${day.from} ${day.to}`,
      words: `${date(day.date)} ${day.from}–${day.to}`,
      name: day.name,
    })),
  });
  const [all, there] = [listed(offered), listed(known)];
  const isThere = (kind: (typeof kinds)[number], id: string) => there[kind].some((day) => day.id === id);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const isTaken = (kind: (typeof kinds)[number], id: string) =>
    !isThere(kind, id) && !refused.includes(`${kind} ${id}`);
  const taken: OfferedDays = {
    holidays: offered.holidays.filter((_, at) => isTaken('holidays', all.holidays[at]?.id ?? '')),
    makeUpDays: offered.makeUpDays.filter((_, at) => isTaken('makeUpDays', all.makeUpDays[at]?.id ?? '')),
    special: offered.special.filter((_, at) => isTaken('special', all.special[at]?.id ?? '')),
  };
  const count = taken.holidays.length + taken.makeUpDays.length + taken.special.length;
  return (
    <div className="admin-section">
      {kinds
        .filter((kind) => all[kind].length > 0)
        .map((kind) => (
          <section key={kind} className="offered-days" aria-label={t(titles[kind])}>
            <h3>{t(titles[kind])}</h3>
            {all[kind].map(({ id, words, name }) => (
              <label key={id} className="admin-option">
                <input
                  type="checkbox"
                  className="check"
                  disabled={isThere(kind, id)}
                  checked={isTaken(kind, id)}
                  onChange={({ target }) =>
                    setRefused((before) =>
                      target.checked ? before.filter((one) => one !== `${kind} ${id}`) : [...before, `${kind} ${id}`],
                    )
                  }
                />
                {words}
                <span className="quiet">
                  {isThere(kind, id) ? t('import.known') : name && localize(name, i18n.language)}
                </span>
              </label>
            ))}
          </section>
        ))}
      <div className="admin-acts">
        <Button variant="contained" color="primary" aria-disabled={count === 0} onClick={() => count && onTake(taken)}>
          {t('import.take', { count })}
        </Button>
      </div>
    </div>
  );
}
