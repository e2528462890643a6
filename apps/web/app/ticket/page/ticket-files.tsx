import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { TicketPageData } from './ticket-operations.ts';

/** Everything that was attached to the ticket, also to those that were merged into it; the newest first. */
export function TicketFiles({ files }: Pick<TicketPageData, 'files'>) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('files')}>
      <h2>
        {t('files')} <span className="count">{files.length}</span>
      </h2>
      <ul>
        {files.toReversed().map((file) => (
          <li key={file.id} className="side-line">
            <Paperclip size={14} />
            <a className="cut spread" href={file.url}>
              {file.name}
            </a>
            <span className="small quiet">{format.bytes(file.sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
