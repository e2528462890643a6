import { Link, useNavigate } from '@remix-run/react';
import { Ellipsis } from 'lucide-react';
import { memo, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordColumn } from './record-column.ts';

interface RecordRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly RecordColumn<Row>[];
  to: string;
  gone: string | null;
  isCurrent: boolean;
  isSelected: boolean;
  onToggle: (index: number) => void;
  onExtend: (index: number) => void;
  onFocus: (index: number) => void;
  onMenu?: (index: number) => void;
}

const isOwnControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, [role=button]') !== null;

/** On a phone a row is a card of two lines: title and what stands at its end, then the other fields. */
const isOnFirstLine = ({ onPhone }: Pick<RecordColumn<never>, 'onPhone'>) => onPhone === 'title' || onPhone === 'end';

function Row<Item>(props: RecordRowProps<Item>) {
  const { row, index, columns, to, gone, isCurrent, isSelected, onToggle, onExtend, onFocus, onMenu } = props;
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
      style={{ '--index': index } as CSSProperties}
      onClick={onClick}
      onFocus={() => onFocus(index)}
    >
      <span role="gridcell" aria-colindex={1} className="record-select">
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          aria-label={t('selectRow')}
          checked={isSelected}
          onChange={() => onToggle(index)}
        />
      </span>
      {[true, false].map((isFirst) => (
        <span key={String(isFirst)} role="presentation" className="record-line">
          {columns.map((column, place) =>
            isOnFirstLine(column) === isFirst ? (
              <span
                key={column.id}
                role="gridcell"
                aria-colindex={place + 2}
                className={`record-cell phone-${column.onPhone ?? 'detail'} ${column.isRight ? 'is-right' : ''}`}
                style={{ gridColumn: place + 2 }}
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
            ) : null,
          )}
        </span>
      ))}
      {onMenu && (
        <span role="gridcell" aria-colindex={columns.length + 2} className="record-more">
          <button
            type="button"
            tabIndex={-1}
            className="record-menu"
            aria-label={t('rowMenu')}
            aria-haspopup="menu"
            onClick={() => onMenu(index)}
          >
            <Ellipsis />
          </button>
        </span>
      )}
    </div>
  );
}

export const RecordRow = memo(Row) as typeof Row;
