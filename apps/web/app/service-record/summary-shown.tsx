import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';
import type { ServiceSummary } from './service-operations.ts';

/** What was noted, to read. */
export function SummaryShown({ record }: { record: ServiceSummary['serviceRecord'] }) {
  const { t } = useTranslation('service-record');
  if (!record) return <p className="quiet">{t('nothing')}</p>;
  return (
    <>
      <dl className="call-facts">
        {record.values.map(({ parameter, option }) => (
          <div key={parameter?.id} className="summary-line">
            <dt>{parameter?.label.text}</dt>
            <dd>{option?.label.text}</dd>
          </div>
        ))}
      </dl>
      {record.remark && <p className="note-body">{record.remark}</p>}
      <p className="small quiet">
        {t('noted', { name: record.agent?.name ?? '' })} <Moment at={record.updatedAt} />
      </p>
    </>
  );
}
