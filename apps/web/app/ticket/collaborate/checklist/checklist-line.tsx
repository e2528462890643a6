import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { TicketActor } from '../../act/use-ticket-act.ts';
import type { ChecklistItem } from '../collaborate-operations.ts';

const AssignItemDialog = lazy(() =>
  import('./assign-item-dialog.tsx').then((module) => ({ default: module.AssignItemDialog })),
);

interface ChecklistLineProps {
  ticketId: string;
  item: ChecklistItem;
  place: number;
  isLast: boolean;
  isOpen: boolean;
  act: TicketActor;
}

/** One item: its tick, who is to do it or did, and what else can be done with it. */
export function ChecklistLine({ ticketId, item, place, isLast, isOpen, act }: ChecklistLineProps) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [isAssigning, setIsAssigning] = useState(false);
  const { text, isDone, assignee, doneBy, doneAt } = item;
  const at = { ticketId, checklistItemId: item.id };
  const move = (index: number) => act.run({ kind: 'moveChecklistItem', input: { ...at, index } }, null);
  const choices = [
    place > 0 && { key: 'up' as const, run: () => move(place - 1) },
    !isLast && { key: 'down' as const, run: () => move(place + 1) },
    { key: 'assign' as const, run: () => setIsAssigning(true) },
    assignee && {
      key: 'unassign' as const,
      run: () => act.run({ kind: 'assignChecklistItem', input: { ...at, assigneeId: null } }, t('told.unassigned')),
    },
    !item.isOfStep && {
      key: 'remove' as const,
      run: () => act.run({ kind: 'removeChecklistItem', input: at }, t('told.removed')),
    },
  ].filter((choice) => choice !== false && choice !== null);
  const said = [
    item.isRequired && !isDone && t('checklist.required'),
    !isDone && assignee?.name,
    isDone && doneBy && doneAt && t('checklist.doneBy', { name: doneBy.name, at: format.moment(doneAt) }),
  ].filter(Boolean);
  return (
    <li className="checklist-line">
      <label className="spread">
        <input
          type="checkbox"
          className="check"
          checked={isDone}
          disabled={!isOpen}
          onChange={({ target }) =>
            act.run({ kind: 'tickChecklistItem', input: { ...at, isDone: target.checked } }, null)
          }
        />
        <span>
          <span className={isDone ? 'is-done' : undefined}>{text}</span>
          {said.length > 0 && <span className="small quiet checklist-facts">{said.join(' · ')}</span>}
        </span>
      </label>
      {isOpen && (
        <button
          type="button"
          className="row-button"
          aria-haspopup="menu"
          aria-label={t('checklist.menu', { text })}
          onClick={(event) => setMenu(event.currentTarget)}
        >
          <Ellipsis size={14} />
        </button>
      )}
      <Menu anchorEl={menu} open={menu !== null} onClose={() => setMenu(null)}>
        {choices.map(({ key, run }) => (
          <MenuItem
            key={key}
            onClick={() => {
              setMenu(null);
              run();
            }}
          >
            {t(`checklist.${key}`)}
          </MenuItem>
        ))}
      </Menu>
      {isAssigning && (
        <Suspense>
          <AssignItemDialog
            text={text}
            onClose={() => setIsAssigning(false)}
            onChoose={(assigneeId, onFault) =>
              act.run({ kind: 'assignChecklistItem', input: { ...at, assigneeId } }, t('told.assigned'), {
                onFault: (fault) => onFault(fault.message),
                onDone: () => setIsAssigning(false),
              })
            }
          />
        </Suspense>
      )}
    </li>
  );
}
