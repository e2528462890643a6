import { useNavigate } from '@remix-run/react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListUrl } from '~/list/use-list-url.ts';
import type { SavedView } from '~/list/view-tabs.tsx';
import { useSave } from '~/admin/use-save.ts';
import { useToast } from '~/shell/toast.tsx';
import type { ListViews } from './read-views.server.ts';
import { SaveActions } from './save-actions.tsx';
import { ViewActions } from './view-actions.tsx';
import { inChosenOrder, type ViewChoices } from './view-choices.ts';
import type { SavedViewData } from './view-operations.ts';

/** What shows now, as a view keeps it. */
export interface ShownQuery {
  view: string | null;
  filter: object | null;
  orderBy: string | null | undefined;
  isReversed: boolean | null | undefined;
}

interface ListViewsOptions {
  views: ListViews;
  /** The lists that everybody has. */
  own: readonly SavedView[];
  counts: Readonly<Record<string, number>>;
  shown: ShownQuery;
  /** Where the list is. */
  path: string;
}

/** The views of a list: its tabs, the columns of the one that shows, and what can be done with it. */
export function useListViews({ views, own, counts, shown, path }: ListViewsOptions) {
  const { t } = useTranslation('list');
  const toast = useToast();
  const navigate = useNavigate();
  const { state } = useListUrl();
  const [choices, setChoices] = useState(views.choices);
  const [read, setRead] = useState(views.choices);
  const preferring = useSave(undefined, '/views');
  // What was read before the last choice was kept would take it back for a moment.
  if (read !== views.choices && !preferring.isSaving) {
    setRead(views.choices);
    setChoices(views.choices);
  }
  const active = views.saved.find((view) => view.id === views.active) ?? null;

  const tabs = useMemo(() => {
    const saved = views.saved.map((view): SavedView => ({
      id: view.id,
      label: view.name,
      count: counts[view.id] ?? view.totalCount?.value ?? null,
      isShared: view.sharing !== 'NOBODY',
    }));
    return inChosenOrder([...own, ...saved], choices);
  }, [own, views.saved, counts, choices]);
  const isHidden = (id: string) => choices.hidden.includes(id) && id !== views.active;
  const shownTabs = tabs.filter((tab) => !isHidden(tab.id));

  const prefer = (changes: Partial<ViewChoices>) => {
    const next = { ...choices, ...changes };
    setChoices(next);
    preferring.save('prefer', { key: views.list === 'TICKETS' ? 'ticketViews' : 'customerViews', setting: next });
  };
  const chosenColumns = choices.columns[views.active] ?? active?.query.columns ?? null;
  const query = {
    view: shown.view,
    filter: shown.filter,
    orderBy: shown.orderBy,
    isReversed: shown.isReversed ?? false,
    columns: chosenColumns,
  };
  const open = (id: string | null) => navigate(id ? `${path}?view=${encodeURIComponent(id)}` : path);
  const activeTab = tabs.find((tab) => tab.id === views.active);

  return {
    tabs: shownTabs,
    chosenColumns,
    chooseColumns: (chosen: readonly string[] | null) => {
      const { [views.active]: _before, ...others } = choices.columns;
      prefer({ columns: chosen ? { ...others, [views.active]: [...chosen] } : others });
    },
    isChanged: state.filters !== null || (active !== null && state.sort !== null),
    viewActions: (
      <ViewActions
        views={views}
        active={active}
        activeLabel={activeTab?.label ?? ''}
        choices={choices}
        tabIds={tabs.map((tab) => tab.id)}
        hiddenTabs={tabs.filter((tab) => choices.hidden.includes(tab.id))}
        prefer={prefer}
        onGone={() => open(null)}
      />
    ),
    saveActions: (
      <SaveActions
        views={views}
        active={active}
        query={query}
        onSaved={(view: Pick<SavedViewData, 'id' | 'name'>) => {
          toast(t('view.saved', { name: view.name }));
          open(view.id);
        }}
      />
    ),
  };
}
