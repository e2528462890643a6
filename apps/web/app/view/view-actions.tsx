import './view.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Ellipsis } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '~/admin/use-save.ts';
import { useToast } from '~/shell/toast.tsx';
import type { SavedView } from '~/list/view-tabs.tsx';
import type { ListViews } from './read-views.server.ts';
import { ViewDialog } from './lazy-view-dialog.ts';
import { moveInOrder } from '~/list/columns/choose-columns.ts';
import type { ViewChoices } from './view-choices.ts';
import type { SavedViewData } from './view-operations.ts';

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
  const items: { label: string; run: () => void; isDisabled?: boolean }[] = [
    { label: t('view.start'), run: () => prefer({ start: id }), isDisabled: choices.start === id },
    { label: t('view.moveLeft'), run: () => move(-1), isDisabled: tabIds[0] === id },
    { label: t('view.moveRight'), run: () => move(1), isDisabled: tabIds.at(-1) === id },
    {
      label: t('view.hide'),
      run: () => {
        prefer({ hidden: [...choices.hidden, id] });
        onGone();
      },
      isDisabled: choices.start === id || (choices.start === null && tabIds[0] === id),
    },
    ...hiddenTabs.map((tab) => ({
      label: t('view.show', { name: tab.label }),
      run: () => prefer({ hidden: choices.hidden.filter((each) => each !== tab.id) }),
    })),
    ...(active?.mayChange
      ? [
          { label: t('view.edit'), run: () => setDialog('edit') },
          { label: t('view.delete'), run: () => setDialog('delete') },
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
      <Menu anchorEl={menu} open={menu !== null} onClose={() => setMenu(null)}>
        {items.map(({ label, run, isDisabled }) => (
          <MenuItem
            key={label}
            disabled={isDisabled}
            onClick={() => {
              setMenu(null);
              run();
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
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
        <Dialog open onClose={close} maxWidth="xs" aria-labelledby="delete-view">
          <DialogTitle id="delete-view">
            {t(active.sharing === 'NOBODY' ? 'view.deleteQuestion' : 'view.deleteShared', { name: active.name })}
          </DialogTitle>
          {remove.fault && (
            <p role="alert" className="field-error">
              {remove.fault.message}
            </p>
          )}
          <DialogActions>
            <Button onClick={close}>{t('view.back')}</Button>
            <Button
              variant="contained"
              className="tone-bad"
              aria-disabled={remove.isSaving}
              onClick={() => remove.save('delete', { savedViewId: active.id })}
            >
              {t('view.deleteDo', { name: active.name })}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </span>
  );
}
