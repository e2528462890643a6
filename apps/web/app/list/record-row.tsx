import { Link, useNavigate } from '@remix-run/react';
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordColumn } from './record-column.ts';

interface RecordRowProps<Row> {
  row: Row;
  index: number;
  top: number;
  columns: readonly RecordColumn<Row>[];
  to: string;
  gone: string | null;
  isCurrent: boolean;
  isSelected: boolean;
  onToggle: (index: number) => void;
  onExtend: (index: number) => void;
  onFocus: (index: number) => void;
}

const isOwnControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, [role=button]') !== null;

function Row<Item>(props: RecordRowProps<Item>) {
  const { row, index, top, columns, to, gone, isCurrent, isSelected, onToggle, onExtend, onFocus } = props;
  const { t } = useTranslation('list');
  const navigate = useNavigate();
  const onClick = (event: MouseEvent) => {
    if (isOwnControl(event.target)) return;
    if (event.shiftKey) return onExtend(index);
    if (event.metaKey || event.ctrlKey) return void window.open(to, '_blank', 'noopener');
    navigate(to);
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      tabIndex={isCurrent ? 0 : -1}
      className={gone ? 'record-row is-gone' : 'record-row'}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
      onFocus={() => onFocus(index)}
    >
      <span role="gridcell" className="record-select">
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          aria-label={t('selectRow')}
          checked={isSelected}
          onChange={() => onToggle(index)}
        />
      </span>
      {columns.map((column) => (
        <span
          key={column.id}
          role="gridcell"
          className={`record-cell phone-${column.onPhone ?? 'detail'} ${column.isRight ? 'is-right' : ''}`}
        >
          {column.onPhone === 'title' ? (
            <Link to={to} tabIndex={-1} prefetch="intent" className="record-title">
              <span className="record-what">{column.cell(row)}</span>
              {gone && <span className="record-gone">{gone}</span>}
            </Link>
          ) : (
            column.cell(row)
          )}
        </span>
      ))}
    </div>
  );
}

export const RecordRow = memo(Row) as typeof Row;
