import type { ShortcutKeys } from '~/shortcut/shortcut-catalogue.ts';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface RecordColumn<Row> {
  id: string;
  header: string;
  /** CSS track of the grid: `132px`, `minmax(200px, 1fr)`. */
  track: string;
  cell: (row: Row) => ReactNode;
  isSortable?: boolean;
  /** Shown only where somebody chose it. */
  isOptional?: boolean;
  isRight?: boolean;
  /**
   * Where the field stands in the two-line card of a phone: beside the title, or in the second line, where `fixed` is
   * never shortened and `last` stands at the right. `title` is also the row's link.
   */
  onPhone?: 'title' | 'end' | 'fixed' | 'detail' | 'last' | 'hidden';
}

export interface RecordTotal {
  value: number;
  isExact: boolean;
}

/** Something to do with one row, in its menu and by its key. */
export interface RowAction {
  id: string;
  label: string;
  icon: LucideIcon;
  keys?: ShortcutKeys;
  run: () => void;
}
