import './column-chooser.css';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Minus, Plus } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '~/panel/side-panel.tsx';
import { MoveButtons } from '~/mark/move-buttons.tsx';
import { moveInOrder } from './choose-columns.ts';
import type { RecordColumn } from '../record-column.ts';

type Column = Pick<RecordColumn<never>, 'id' | 'header' | 'onPhone'>;

interface ColumnChooserProps {
  columns: readonly Column[];
  /** The columns on screen, in their order. */
  shown: readonly string[];
  /** Null for the list's own columns and order. */
  onChoose: (shown: readonly string[] | null) => void;
  onClose: () => void;
}

/** Which columns a list shows and in which order; Alt and an arrow move one too. */
export function ColumnChooser({ columns, shown, onChoose, onClose }: ColumnChooserProps) {
  const { t } = useTranslation('list');
  const place = useRef<HTMLUListElement>(null);
  const find = (id: string) => columns.find((column) => column.id === id);
  const hidden = columns.filter(({ id }) => !shown.includes(id));
  const focusOn = (id: string, act: string) =>
    requestAnimationFrame(() => {
      const buttons = place.current?.querySelectorAll<HTMLElement>(`[data-column="${id}"] button:not([disabled])`);
      const same = [...(buttons ?? [])].find((button) => button.dataset.act === act);
      (same ?? buttons?.[0])?.focus();
    });
  const move = (id: string, by: 1 | -1) => {
    onChoose(moveInOrder(shown, id, by));
    focusOn(id, by === 1 ? 'down' : 'up');
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    move(id, by);
  };
  return (
    <SidePanel title={t('columns.title')} onClose={onClose}>
      <section className="columns-part">
        <h3>{t('columns.shown')}</h3>
        <ul ref={place}>
          {shown.map((id, index) => {
            const column = find(id);
            if (!column) return null;
            const { header } = column;
            return (
              <li key={id} data-column={id} className="columns-line" onKeyDown={(event) => onKeyDown(event, id)}>
                <span className="spread cut">{header}</span>
                <MoveButtons
                  up={t('columns.up', { column: header })}
                  down={t('columns.down', { column: header })}
                  isFirst={index === 0}
                  isLast={index === shown.length - 1}
                  onMove={(by) => move(id, by)}
                />
                <IconButton
                  size="small"
                  data-act="hide"
                  disabled={column.onPhone === 'title'}
                  aria-label={t('columns.hide', { column: header })}
                  onClick={() => onChoose(shown.filter((each) => each !== id))}
                >
                  <Minus />
                </IconButton>
              </li>
            );
          })}
        </ul>
      </section>
      {hidden.length > 0 && (
        <section className="columns-part">
          <h3>{t('columns.hidden')}</h3>
          <ul>
            {hidden.map(({ id, header }) => (
              <li key={id} className="columns-line">
                <span className="spread cut quiet">{header}</span>
                <IconButton
                  size="small"
                  aria-label={t('columns.show', { column: header })}
                  onClick={() => onChoose([...shown, id])}
                >
                  <Plus />
                </IconButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="columns-part">
        <Button onClick={() => onChoose(null)}>{t('columns.reset')}</Button>
      </p>
    </SidePanel>
  );
}
