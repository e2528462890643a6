import './record-grid.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from './list-url.ts';
import type { RecordColumn, RecordTotal, RowAction } from './record-column.ts';
import { RecordRow } from './record-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import type { SelectionControl } from './use-selection.ts';

const RowMenu = lazy(() => import('./row-menu.tsx').then((module) => ({ default: module.RowMenu })));

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
  /** What can be done with one row: its menu, and the keys that those acts have. */
  rowActions?: (row: Row) => readonly RowAction[];
  onPreview?: (row: Row) => void;
  /** The row that is previewed, which follows the current one. */
  isPreviewing?: boolean;
  onLoadMore?: () => void;
}

interface ColumnHeadProps {
  column: Pick<RecordColumn<never>, 'id' | 'header' | 'isSortable' | 'isRight'>;
  sort: Sort | null;
  onSort: (sort: Sort) => void;
}

/** A column's name; where rows can be ordered by it, a click does so, and another turns the order round. */
function ColumnHead({ column, sort, onSort }: ColumnHeadProps) {
  const { id, header, isSortable, isRight } = column;
  const isSorted = sort?.column === id;
  const Arrow = sort?.isDescending ? ArrowDown : ArrowUp;
  return (
    <span
      role="columnheader"
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
      className={isRight ? 'record-cell is-right' : 'record-cell'}
    >
      {isSortable ? (
        <button
          type="button"
          tabIndex={-1}
          className={isSorted ? 'record-sort is-on' : 'record-sort'}
          onClick={() => onSort({ column: id, isDescending: isSorted && !sort.isDescending })}
        >
          {header}
          {isSorted && <Arrow size={14} />}
        </button>
      ) : (
        header
      )}
    </span>
  );
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
  const { label, columns, rows, rowId, rowTo, rowGone, total, sort, onSort, selection, onLoadMore } = props;
  const { rowActions, onPreview, isPreviewing = false } = props;
  const { t } = useTranslation('list');
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(scroller);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => (rows[index] === undefined ? index : rowId(rows[index])),
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
    isPreviewing,
    rowActions,
    onMenu: (index) => openMenu(index),
    focusRow: (index) => {
      virtual.scrollToIndex(index);
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
      );
    },
  });

  const [menu, setMenu] = useState<{ index: number; anchor: HTMLElement } | null>(null);
  const openMenu = useCallback((index: number) => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    const button = row?.querySelector<HTMLElement>('.record-menu');
    const anchor = button?.offsetParent ? button : row;
    if (anchor) setMenu({ index, anchor });
  }, []);
  const inMenu = menu === null ? undefined : rows[menu.index];

  const tracks = ['40px', ...columns.map((column) => column.track), ...(rowActions ? ['36px'] : [])].join(' ');
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
        <div role="row" aria-rowindex={1} className="record-row">
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
          {columns.map((column) => (
            <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
          {rowActions && (
            <span role="columnheader">
              <span className="visually-hidden">{t('rowMenu')}</span>
            </span>
          )}
        </div>
      </div>
      <div role="rowgroup" className="record-rows" style={{ '--rows': rows.length } as CSSProperties}>
        {visible.map(({ index, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <RecordRow
              key={key}
              row={row}
              index={index}
              columns={columns}
              to={rowTo(row)}
              gone={rowGone?.(row) ?? null}
              isCurrent={index === current}
              isSelected={selection.selection.ids.has(rowId(row))}
              onToggle={selection.toggle}
              onExtend={selection.extend}
              onFocus={setCurrent}
              onMenu={rowActions ? openMenu : undefined}
            />
          );
        })}
      </div>
      {menu && inMenu !== undefined && rowActions && (
        <Suspense>
          {' '}
          <RowMenu
            anchor={menu.anchor}
            to={rowTo(inMenu)}
            actions={rowActions(inMenu)}
            isSelected={selection.selection.ids.has(rowId(inMenu))}
            onToggle={() => selection.toggle(menu.index)}
            onPreview={onPreview && (() => onPreview(inMenu))}
            onClose={() => setMenu(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
