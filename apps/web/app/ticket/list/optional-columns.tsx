import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import type { RecordColumn } from '~/list/record-column.ts';
import { statusOf } from '../ticket-enums.ts';
import { answerWords } from './answer-words.ts';
import { designedId, isShowable, type DesignedField } from './designed-filter.ts';
import type { ListedTicket } from './list-operations.ts';

const column = (id: string, header: string, cell: (ticket: ListedTicket) => ReactNode): RecordColumn<ListedTicket> => ({
  id,
  header,
  track: 'minmax(96px, 1fr)',
  onPhone: 'hidden',
  isOptional: true,
  cell,
});

const cut = (words: string | undefined) => <span className="cut">{words}</span>;
const instant = (at: string | null | undefined) => at && <Moment at={at} />;

/** What a ticket list can show beside its own columns: further properties, and the fields of the forms. */
export function useOptionalColumns(designed: readonly DesignedField[]): RecordColumn<ListedTicket>[] {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  return useMemo(
    () => [
      column('type', t('column.type'), ({ type }) => cut(type?.name.text)),
      column('status', t('column.status'), ({ status }) => cut(t(`status.${statusOf(status)}`))),
      column('group', t('column.group'), ({ group }) => cut(group?.name)),
      column('creator', t('column.creator'), ({ creator }) => cut(creator?.name)),
      column('created', t('column.created'), ({ createdAt }) => instant(createdAt)),
      column('completed', t('column.completed'), ({ completedAt }) => instant(completedAt)),
      ...designed
        .filter(isShowable)
        .map((field) =>
          column(designedId(field.key), field.label.text, ({ answers }) => cut(answerWords(field, answers, format))),
        ),
    ],
    [t, designed, format],
  );
}
