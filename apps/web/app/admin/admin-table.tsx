import type { ReactNode } from 'react';

export interface AdminColumn<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
}

interface AdminTableProps<Row> {
  label: string;
  columns: readonly AdminColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  empty: string;
}

/** A short table; on a phone each row is a block of its cells. */
export function AdminTable<Row>({ label, columns, rows, rowId, empty }: AdminTableProps<Row>) {
  if (rows.length === 0) return <p className="quiet admin-empty">{empty}</p>;
  return (
    <table className="admin-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.header} scope="col">
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {columns.map((column) => (
              <td key={column.header} data-name={column.header}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
