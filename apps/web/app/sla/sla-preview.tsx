import { localize } from '@handoff/core/platform/text/localize';
import type { SlaPolicy } from '@handoff/core/sla/policy/sla-policy';
import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { fromWallTime } from '~/format/wall-time.ts';
import type { loader } from './preview-route.ts';

const clocks = ['FIRST_RESPONSE', 'STEP', 'COMPLETION'] as const;
const urgencies = ['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const;
/** Targets are typed digit by digit. */
const settledMs = 400;

/** What of a policy decides when a ticket is due; nothing else has to be whole while one designs. */
const promisedBy = ({ calendar, targets }: SlaPolicy): SlaPolicy => ({
  key: 'standard',
  name: { en: '-', zh: '-' },
  calendar,
  targets,
  pausesIn: [],
  reminders: [],
  escalations: [],
});

/** When a ticket made now, or at a time that one chooses, would be due by a policy. */
export function SlaPreview({ sla }: { sla: SlaPolicy }) {
  const { t, i18n } = useTranslation('designer');
  const format = useFormat();
  const [at, setAt] = useState('');
  const { data, load } = useFetcher<typeof loader>();
  const policy = JSON.stringify(promisedBy(sla));
  const instant = at ? fromWallTime(at, format.timeZone) : '';
  useEffect(() => {
    const search = new URLSearchParams({ policy, ...(instant ? { at: instant } : {}) });
    const timer = setTimeout(() => load(`/ticket-types/sla-preview?${search}`), settledMs);
    return () => clearTimeout(timer);
  }, [policy, instant, load]);
  const promiseOf = (urgency: string, clock: string) =>
    data?.find((each) => each.urgency === urgency && each.clock === clock);
  return (
    <section className="admin-section sla-preview">
      <h2>{t('sla.previewOf', { name: localize(sla.name, i18n.language) })}</h2>
      <TextInput
        name="preview-at"
        label={t('sla.previewAt')}
        hint={t('sla.previewHint')}
        type="datetime-local"
        value={at}
        onChange={setAt}
      />
      {data && (
        <table className="admin-table">
          <thead>
            <tr>
              <th scope="col">{t('sla.urgency')}</th>
              {clocks.map((clock) => (
                <th key={clock} scope="col">
                  {t(`clock.${clock.toLowerCase() as 'step'}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {urgencies.map((urgency) => (
              <tr key={urgency}>
                <th scope="row">{t(`urgency.${urgency.toLowerCase() as 'low'}`)}</th>
                {clocks.map((clock) => {
                  const promise = promiseOf(urgency, clock);
                  if (!promise) return <td key={clock}>–</td>;
                  return (
                    <td key={clock} title={promise.why?.text}>
                      {promise.dueAt ? format.dateTime(promise.dueAt) : t('sla.never')}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
