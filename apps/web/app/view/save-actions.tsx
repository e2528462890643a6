import Button from '@mui/material/Button';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '~/admin/use-save.ts';
import { useToast } from '~/shell/toast.tsx';
import type { ListViews } from './read-views.server.ts';
import { ViewDialog } from './lazy-view-dialog.ts';
import type { SavedViewData } from './view-operations.ts';

interface SaveActionsProps {
  views: ListViews;
  active: SavedViewData | null;
  query: object;
  onSaved: (view: { id: string; name: string }) => void;
}

/** Keeps what was changed: in the view itself where one may, or as a view of one's own. */
export function SaveActions({ views, active, query, onSaved }: SaveActionsProps) {
  const { t } = useTranslation('list');
  const toast = useToast();
  const [isNaming, setIsNaming] = useState(false);
  const update = useSave(() => active && onSaved(active), '/views');
  const refusal = update.fault?.message;
  useEffect(() => {
    if (refusal) toast(refusal);
  }, [refusal, toast]);
  const mayChange = active?.mayChange ?? false;
  const isShared = active !== null && active.sharing !== 'NOBODY';
  return (
    <>
      <Button
        size="small"
        variant="text"
        className={mayChange ? undefined : 'tone-accent'}
        onClick={() => setIsNaming(true)}
      >
        {t('view.saveAs')}
      </Button>
      {active && mayChange && (
        <Button
          size="small"
          variant="text"
          className="tone-accent"
          aria-disabled={update.isSaving}
          onClick={() => update.save('update', { savedViewId: active.id, expectedVersion: active.version, query })}
        >
          {t(isShared ? 'view.saveForAll' : 'view.save')}
        </Button>
      )}
      {isNaming && (
        <Suspense>
          <ViewDialog
            title={t('view.saveAs')}
            views={views}
            intent="create"
            input={{ list: views.list, query }}
            onDone={(id, name) => {
              setIsNaming(false);
              if (id) onSaved({ id, name });
            }}
            onClose={() => setIsNaming(false)}
          />
        </Suspense>
      )}
    </>
  );
}
