import './view.css';
import IconButton from '@mui/material/IconButton';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '~/admin/use-save.ts';
import { useToast } from '~/shell/toast.tsx';
import type { MenuEntry } from '~/panel/entry-menu.tsx';
import { LateMenu } from '~/panel/late-menu.tsx';
import type { SavedView } from '~/list/view-tabs.tsx';
import type { ListViews } from './read-views.server.ts';
import { ViewDialog } from './lazy-view-dialog.ts';
import { moveInOrder } from '~/list/columns/choose-columns.ts';
import type { ViewChoices } from './view-choices.ts';
import type { SavedViewData } from './view-operations.ts';

const DeleteViewDialog = lazy(() =>
  import('./delete-view-dialog.tsx').then((module) => ({ default: module.DeleteViewDialog })),
);

interface ViewActionsProps {
  views: ListViews;
  active: SavedViewData | null;
  activeLabel: string;
  choices: ViewChoices;
  tabIds: string[];
  hiddenTabs: readonly SavedView[];
  prefer: (changes: Partial<ViewChoices>) => void;
  onGone: () => void;
}

/** Beside the tabs: what can be done with the view that shows. */
export function ViewActions(props: ViewActionsProps) {
  const { views, active, activeLabel, choices, tabIds, hiddenTabs, prefer, onGone } = props;
  const { t } = useTranslation('list');
  const toast = useToast();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const remove = useSave(() => {
    setDialog(null);
    toast(t('view.deleted', { name: activeLabel }));
    onGone();
  }, '/views');
  const id = views.active;
  const close = () => setDialog(null);
  const move = (by: 1 | -1) => prefer({ order: [...moveInOrder(tabIds, id, by)] });
  const entries: MenuEntry[] = [
    { id: 'start', label: t('view.start'), act: () => prefer({ start: id }), isDisabled: choices.start === id },
    { id: 'moveLeft', label: t('view.moveLeft'), act: () => move(-1), isDisabled: tabIds[0] === id },
    { id: 'moveRight', label: t('view.moveRight'), act: () => move(1), isDisabled: tabIds.at(-1) === id },
    {
      id: 'hide',
      label: t('view.hide'),
      act: () => {
        prefer({ hidden: [...choices.hidden, id] });
        onGone();
      },
      isDisabled: choices.start === id || (choices.start === null && tabIds[0] === id),
    },
    ...hiddenTabs.map((tab) => ({
      id: tab.id,
      label: t('view.show', { name: tab.label }),
      act: () => prefer({ hidden: choices.hidden.filter((each) => each !== tab.id) }),
    })),
    ...(active?.mayChange
      ? [
          { id: 'edit', label: t('view.edit'), act: () => setDialog('edit') },
          { id: 'delete', label: t('view.delete'), act: () => setDialog('delete') },
        ]
      : []),
  ];
  return (
    <span className="view-actions">
      <IconButton
        size="small"
        aria-label={t('view.actions', { name: activeLabel })}
        aria-haspopup="menu"
        onClick={(event) => setMenu(event.currentTarget)}
      >
        <Ellipsis />
      </IconButton>
      <LateMenu anchor={menu} entries={entries} onClose={() => setMenu(null)} />
      {dialog === 'edit' && active && (
        <Suspense>
          <ViewDialog
            title={t('view.edit')}
            views={views}
            view={active}
            intent="update"
            input={{ savedViewId: active.id, expectedVersion: active.version }}
            onDone={close}
            onClose={close}
          />
        </Suspense>
      )}
      {dialog === 'delete' && active && (
        <Suspense>
          <DeleteViewDialog
            view={active}
            fault={remove.fault?.message}
            isSaving={remove.isSaving}
            onDelete={() => remove.save('delete', { savedViewId: active.id })}
            onClose={close}
          />
        </Suspense>
      )}
    </span>
  );
}
