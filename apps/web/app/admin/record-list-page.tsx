import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { AdminPage } from './admin-page.tsx';
import { AdminTable, type AdminColumn } from './admin-table.tsx';

interface RecordListPageProps<Row> {
  title: string;
  /** What the table is called; the page's title where it says nothing. */
  label?: string;
  /** What such records are for. */
  hint: string;
  newLabel: string;
  onNew: () => void;
  /** Stands between the hint and the table. */
  search?: ReactNode;
  columns: readonly AdminColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  empty: string;
  /** What stands below the table, and the panel in which a record is made. */
  children?: ReactNode;
}

/** A page of administration that lists records of one kind, with the button that makes one. */
export function RecordListPage<Row>({
  title,
  label = title,
  hint,
  newLabel,
  onNew,
  search,
  children,
  ...table
}: RecordListPageProps<Row>) {
  return (
    <AdminPage
      title={title}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={onNew}>
          {newLabel}
        </Button>
      }
    >
      <p className="quiet">{hint}</p>
      {search}
      <AdminTable label={label} {...table} />
      {children}
    </AdminPage>
  );
}
