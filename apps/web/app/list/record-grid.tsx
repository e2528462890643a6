import { flexRender, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from './list-url.ts';
import type { RecordColumn, RecordTotal } from './record-column.ts';
import { RecordRow } from './record-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import type { SelectionControl } from './use-selection.ts';

const FIRST_HEIGHT = { width: 1200, height: 900 };
const HEAD_HEIGHT = 32;
const LOAD_AHEAD_ROWS = 20;

export interface RecordGridProps<Row> {
  label: string;
  columns: readonly RecordColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  rowTo: (row: Row) => string;
  /** Why a row no longer belongs here; it stays, struck, until the person moves on. */
  rowGone?: (row: Row) => string | null;
  total: RecordTotal | null;
  sort: Sort | null;
  onSort: (sort: Sort) => void;
  selection: SelectionControl;
  onPreview?: (row: Row) => void;
  onLoadMore?: () => void;
}

/** How tall a row is with this density and on this screen, as the stylesheet says. */
function useRowHeight(scroller: React.RefObject<HTMLElement | null>) {
  const [height, setHeight] = useState(32);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () =>
      setHeight(Number.parseInt(getComputedStyle(element).getPropertyValue('--list-row'), 10) || 32);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return height;
}

export function RecordGrid<Row>(props: RecordGridProps<Row>) {
  const { label, columns, rows, rowId, rowTo, rowGone, total, sort, onSort, selection, onPreview, onLoadMore } = props;
  const { t } = useTranslation('list');
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(scroller);

  const table = useReactTable({
    data: rows as Row[],
    columns: useMemo(
      () => columns.map((column) => ({ id: column.id, header: column.header, meta: column })),
      [columns],
    ),
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
  });

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => table.getRowModel().rows[index]?.id ?? index,
    initialRect: FIRST_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const visible = virtual.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onLoadMore && lastVisible >= rows.length - LOAD_AHEAD_ROWS) onLoadMore();
  }, [lastVisible, rows.length, onLoadMore]);

  const { current, setCurrent, onKeyDown } = useRowKeys({
    rows,
    rowTo,
    selection,
    onPreview,
    focusRow: (index) => {
      virtual.scrollToIndex(index);
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
      );
    },
  });

  const tracks = ['40px', ...columns.map((column) => column.track)].join(' ');
  const areAllSelected = rows.length > 0 && selection.selection.ids.size === rows.length;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={total?.isExact ? total.value + 1 : -1}
      className="record-grid"
      style={{ '--tracks': tracks } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="record-head">
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" aria-rowindex={1} className="record-row">
            <span role="columnheader" className="record-select">
              <input
                type="checkbox"
                className="check"
                tabIndex={-1}
                aria-label={t('selectLoaded')}
                checked={areAllSelected}
                ref={(box) => {
                  if (box) box.indeterminate = !areAllSelected && selection.selection.ids.size > 0;
                }}
                onChange={areAllSelected ? selection.clear : selection.selectLoaded}
              />
            </span>
            {group.headers.map((header, index) => {
              const column = columns[index];
              if (!column) return null;
              const isSorted = sort?.column === column.id;
              const Arrow = sort?.isDescending ? ArrowDown : ArrowUp;
              const name = flexRender(header.column.columnDef.header, header.getContext());
              return (
                <span
                  key={header.id}
                  role="columnheader"
                  aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
                  className={column.isRight ? 'record-cell is-right' : 'record-cell'}
                >
                  {column.isSortable ? (
                    <button
                      type="button"
                      tabIndex={-1}
                      className={isSorted ? 'record-sort is-on' : 'record-sort'}
                      onClick={() => onSort({ column: column.id, isDescending: isSorted && !sort.isDescending })}
                    >
                      {name}
                      {isSorted && <Arrow size={14} />}
                    </button>
                  ) : (
                    name
                  )}
                </span>
              );
            })}
          </div>
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {visible.map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <RecordRow
              key={key}
              row={row}
              index={index}
              top={start}
              columns={columns}
              to={rowTo(row)}
              gone={rowGone?.(row) ?? null}
              isCurrent={index === current}
              isSelected={selection.selection.ids.has(rowId(row))}
              onToggle={selection.toggle}
              onExtend={selection.extend}
              onFocus={setCurrent}
            />
          );
        })}
      </div>
    </div>
  );
}
