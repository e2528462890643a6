import type { ReactNode } from 'react';

export interface RecordColumn<Row> {
  id: string;
  header: string;
  /** CSS track of the grid: `132px`, `minmax(200px, 1fr)`. */
  track: string;
  cell: (row: Row) => ReactNode;
  isSortable?: boolean;
  isRight?: boolean;
  /** Where the field stands in the two-line card of a phone; `title` is also the row's link. */
  onPhone?: 'title' | 'end' | 'detail' | 'hidden';
}

export interface RecordTotal {
  value: number;
  isExact: boolean;
}
