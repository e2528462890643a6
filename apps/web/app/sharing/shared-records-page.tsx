import '~/admin/admin.css';
import Button from '@mui/material/Button';
import { Link, useSearchParams } from '@remix-run/react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminColumn } from '~/admin/admin-table.tsx';
import { RecordListPage } from '~/admin/record-list-page.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';

interface SharedRecord {
  id: string;
  name: string;
  folder: string | null;
  version: number;
  sharing: string;
  groups: readonly { name: string }[];
}

interface SharedRecordsPageProps<Row extends SharedRecord> {
  title: string;
  label: string;
  hint: string;
  newLabel: string;
  empty: string;
  search?: ReactNode;
  rows: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Those that are shared, with whom; else one's own. */
  isShared: boolean;
  /** What stands between the folder and with whom it is shared, and what stands last. */
  columns: readonly AdminColumn<Row>[];
  lastColumns?: readonly AdminColumn<Row>[];
  /** The form of a record, or of a new one. */
  form: (record: Row | undefined, close: () => void) => ReactNode;
}

/** Records that one keeps for oneself, or shares under administration: a list, and beside it the record that is open. */
export function SharedRecordsPage<Row extends SharedRecord>({
  rows,
  pageInfo,
  isShared,
  columns,
  lastColumns = [],
  form,
  ...page
}: SharedRecordsPageProps<Row>) {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = rows.find(({ id }) => id === openId);
  const close = () => setOpenId(null);
  const next = new URLSearchParams(search);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  const named: AdminColumn<Row> = {
    header: t('records.name'),
    cell: ({ id, name }) => (
      <Button variant="text" size="small" onClick={() => setOpenId(id)}>
        {name}
      </Button>
    ),
  };
  const sharedWith: AdminColumn<Row> = {
    header: t('records.with'),
    cell: ({ sharing, groups }) =>
      sharing === 'ALL' ? t('records.everybody') : groups.map(({ name }) => name).join(t('records.comma')),
  };
  return (
    <RecordListPage
      {...page}
      rows={rows}
      rowId={({ id }) => id}
      onNew={() => setOpenId('new')}
      columns={[
        named,
        { header: t('records.folder'), cell: ({ folder }) => folder || '–' },
        ...columns,
        ...(isShared ? [sharedWith] : []),
        ...lastColumns,
      ]}
    >
      {pageInfo.hasNextPage && (
        <Button component={Link} to={`?${next}`}>
          {t('records.more')}
        </Button>
      )}
      {(open ?? openId === 'new') && (
        <SidePanel
          key={`${open?.id ?? 'new'} ${open?.version ?? 0}`}
          title={open?.name ?? page.newLabel}
          width={560}
          onClose={close}
        >
          {form(open, close)}
        </SidePanel>
      )}
    </RecordListPage>
  );
}
