import './record-grid.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from './list-url.ts';
import type { RecordColumn, RecordTotal, RowAction } from './record-column.ts';
import { RecordRow } from './record-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useVisibleRows } from './use-visible-rows.ts';
import type { SelectionControl } from './use-selection.ts';

const RowMenu = lazy(() => import('./row-menu.tsx').then((module) => ({ default: module.RowMenu })));

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

export function RecordGrid<Row>(props: RecordGridProps<Row>) {
  const { label, columns, rows, rowId, rowTo, rowGone, total, sort, onSort, selection, onLoadMore } = props;
  const { rowActions, onPreview, isPreviewing = false } = props;
  const { t } = useTranslation('list');
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const { visible, scrollTo } = useVisibleRows(scroller);
  const end = Math.min(visible.end, rows.length);
  useEffect(() => {
    if (onLoadMore && end > rows.length - LOAD_AHEAD_ROWS) onLoadMore();
  }, [end, rows.length, onLoadMore]);

  const { current, setCurrent, onKeyDown } = useRowKeys({
    rows,
    rowTo,
    selection,
    onPreview,
    isPreviewing,
    rowActions,
    onMenu: (index) => openMenu(index),
    focusRow: (index) => {
      scrollTo(index, head.current?.offsetHeight ?? 0);
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
      <div ref={head} role="rowgroup" className="record-head">
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
        {rows.slice(visible.first, end).map((row, place) => {
          const index = visible.first + place;
          return (
            <RecordRow
              key={rowId(row)}
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
