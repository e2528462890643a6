import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SummaryForm } from './summary-form.tsx';
import { SummaryShown } from './summary-shown.tsx';
import type { loader } from './summary-route.ts';

/** What a call was about: to be noted by whoever had it, to be read by everybody else who may see it. */
export function SummaryPanel({ callId }: { callId: string }) {
  const { t } = useTranslation('service-record');
  const { data: call, load } = useFetcher<typeof loader>();
  const path = `/calls/${encodeURIComponent(callId)}/summary`;
  useEffect(() => load(path), [load, path]);
  if (!call) return null;
  const { serviceTemplate, serviceRecord, mayNoteService } = call;
  if (!serviceTemplate && !serviceRecord) return null;
  return (
    <section className="admin-section" aria-labelledby="service-summary">
      <h2 id="service-summary">{t('title')}</h2>
      {mayNoteService && serviceTemplate ? (
        <SummaryForm key={serviceRecord?.version ?? 0} call={call} path={path} />
      ) : (
        <SummaryShown record={serviceRecord} />
      )}
    </section>
  );
}
