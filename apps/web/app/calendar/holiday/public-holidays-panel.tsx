import Button from '@mui/material/Button';
import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import type { OfferedDays } from './import-buttons.tsx';
import { OfferedDaysForm } from './offered-days-form.tsx';
import type { loader } from './regions-route.ts';

interface PublicHolidaysPanelProps {
  year: number;
  known: OfferedDays;
  onTake: (days: OfferedDays) => void;
}

/** A country's days off, from the libraries that keep them, chosen by country, part of it and years. */
export function PublicHolidaysPanel({ year, known, onTake }: PublicHolidaysPanelProps) {
  const { t } = useTranslation('calendar');
  const { data: regions, load } = useFetcher<typeof loader>();
  const [country, setCountry] = useState<string | null>('CN');
  const [region, setRegion] = useState<string | null>(null);
  const [years, setYears] = useState({ fromYear: String(year), toYear: String(year + 1) });
  const [offered, setOffered] = useState<OfferedDays | null>(null);
  const { save, fault, isSaving } = useSave((answer) =>
    setOffered({ ...(answer as unknown as Pick<OfferedDays, 'holidays' | 'makeUpDays'>), special: [] }),
  );
  useEffect(() => load(`/holiday-regions?country=${country ?? ''}`), [load, country]);
  const errorAt = (name: string) => fault?.issues.find((issue) => issue.path[0] === name)?.message;
  const options = (list: readonly { code: string; name: string }[] = []) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  const setYear = (name: 'fromYear' | 'toYear') => (value: string) => {
    setYears((before) => ({ ...before, [name]: value }));
    setOffered(null);
  };
  const isEmpty = offered && offered.holidays.length + offered.makeUpDays.length === 0;
  return (
    <div className="admin-section">
      <FaultNote fault={fault} shown={['country', 'fromYear', 'toYear']} />
      <SelectInput
        name="country"
        label={t('import.country')}
        isRequired
        value={country}
        options={options(regions?.countries)}
        error={errorAt('country')}
        onChange={(value) => {
          setCountry(value);
          setRegion(null);
          setOffered(null);
        }}
      />
      {regions && regions.parts.length > 0 && (
        <SelectInput
          name="region"
          label={t('import.region')}
          placeholder={t('import.whole')}
          value={region}
          options={options(regions.parts)}
          onChange={(value) => {
            setRegion(value);
            setOffered(null);
          }}
        />
      )}
      <div className="admin-filter">
        {(['fromYear', 'toYear'] as const).map((name) => (
          <TextInput
            key={name}
            name={name}
            type="number"
            min={2000}
            max={2100}
            label={t(`import.${name}`)}
            value={years[name]}
            error={errorAt(name)}
            onChange={setYear(name)}
          />
        ))}
        <Button
          aria-disabled={isSaving || !country}
          onClick={() =>
            country &&
            save('previewPublicHolidays', {
              country,
              region,
              fromYear: Number(years.fromYear),
              toYear: Number(years.toYear),
            })
          }
        >
          {t('import.show')}
        </Button>
      </div>
      {isEmpty && (
        <p role="status" className="quiet">
          {t('import.nothing')}
        </p>
      )}
      {offered && !isEmpty && <OfferedDaysForm offered={offered} known={known} onTake={onTake} />}
    </div>
  );
}
