import { useNavigate } from '@remix-run/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useListUrl } from '~/list/use-list-url.ts';
import type { SavedView } from '~/list/view-tabs.tsx';
import { useToast } from '~/shell/toast.tsx';
import type { ListViews } from './read-views.server.ts';
import { SaveActions } from './save-actions.tsx';
import { ViewActions } from './view-actions.tsx';
import { useViewChoices } from './use-view-choices.ts';
import { inChosenOrder } from './view-choices.ts';
import type { SavedViewData } from './view-operations.ts';

/** What shows now, as a view keeps it. */
export interface ShownQuery {
  view: string | null;
  filter: object | null;
  orderBy: string | null | undefined;
  isReversed: boolean | null | undefined;
}

const choicesKeys = { TICKETS: 'ticketViews', CUSTOMERS: 'customerViews' } as const;

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
  const { choices, prefer, ...columns } = useViewChoices(choicesKeys[views.list], views.choices, views.active);
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

  const chosenColumns = columns.chosenColumns ?? active?.query.columns ?? null;
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
    chooseColumns: columns.chooseColumns,
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
