import './list.css';
import Button from '@mui/material/Button';
import { Columns3 } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '~/panel/side-panel.tsx';
import { SkeletonLines } from '~/shell/skeleton.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import { chooseColumns } from './columns/choose-columns.ts';
import { FilterBar } from './filter-bar.tsx';
import type { FilterField } from './filter-field.ts';
import { ListFoot, type BulkAction } from './list-foot.tsx';
import { EmptyList, ListError } from './list-states.tsx';
import type { Filter } from './list-url.ts';
import { RecordGrid } from './record-grid.tsx';
import type { RecordColumn, RecordTotal, RowAction } from './record-column.ts';
import { useListUrl } from './use-list-url.ts';
import { useSelection } from './use-selection.ts';
import { ViewTabs, type SavedView } from './view-tabs.tsx';

const ColumnChooser = lazy(() =>
  import('./columns/column-chooser.tsx').then((module) => ({ default: module.ColumnChooser })),
);

export interface RecordListProps<Row> {
  title: string;
  /** Secondary actions, then the primary one. */
  actions?: ReactNode;
  views?: readonly SavedView[];
  defaultView?: string;
  filterFields: readonly FilterField[];
  /** What the active view filters by while the address names no filters of its own. */
  viewFilters: readonly Filter[];
  columns: readonly RecordColumn<Row>[];
  /** Which of them show, in their order; null for all. */
  chosenColumns: readonly string[] | null;
  onChooseColumns: (columns: readonly string[] | null) => void;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  rowTo: (row: Row) => string;
  rowGone?: (row: Row) => string | null;
  total: RecordTotal | null;
  isLoading?: boolean;
  error?: string | null;
  empty: { text: string; action?: ReactNode };
  /** Rows that arrived since; they wait until they are asked for. */
  newCount?: number;
  onShowNew?: () => void;
  bulkActions?: readonly BulkAction[];
  rowActions?: (row: Row) => readonly RowAction[];
  /** What Space shows of a row, beside the list. */
  preview?: (row: Row) => ReactNode;
  onLoadMore?: () => void;
  onTryAgain?: () => void;
  /** What can be done with the view that shows. */
  viewActions?: ReactNode;
  /** What shows differs from the view. */
  isChanged?: boolean;
  /** How the changes can be kept. */
  saveActions?: ReactNode;
}

/** Every work list: views, filters as sentences, a virtual grid, and a foot that becomes the bulk bar. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { title, actions, views = [], filterFields, viewFilters, rows, rowId, total, empty, preview } = props;
  const { newCount = 0, isLoading = false, error = null, bulkActions = [] } = props;
  const { t } = useTranslation('list');
  const { state, change } = useListUrl();
  const selection = useSelection(rows.map(rowId));
  const activeView = state.view ?? props.defaultView ?? views[0]?.id ?? '';
  const filters = state.filters ?? viewFilters;
  const columns = chooseColumns(props.columns, props.chosenColumns);
  const [panel, setPanel] = useState<'columns' | { previewed: string } | null>(null);
  const previewed =
    panel !== null && panel !== 'columns' ? rows.find((row) => rowId(row) === panel.previewed) : undefined;

  return (
    <div className="list">
      <header className="list-head">
        <PageHeading className="spread cut">{title}</PageHeading>
        <Button variant="text" className="list-columns" startIcon={<Columns3 />} onClick={() => setPanel('columns')}>
          {t('columns.title')}
        </Button>
        {actions}
      </header>
      {views.length > 0 && (
        <div className="view-row">
          <ViewTabs
            label={t('views')}
            views={views}
            active={activeView}
            onChoose={(view) => change({ view, filters: null, sort: null })}
          />
          {props.viewActions}
        </div>
      )}
      <FilterBar
        fields={filterFields}
        filters={filters}
        isChanged={props.isChanged ?? state.filters !== null}
        onChange={(changed) => change({ filters: changed })}
        onReset={() => change({ filters: null, sort: null })}
        saveActions={props.saveActions}
      />
      {newCount > 0 && (
        <button type="button" className="list-new" onClick={props.onShowNew}>
          {t('new', { count: newCount })}
        </button>
      )}
      {error !== null ? (
        <ListError message={error} onTryAgain={() => props.onTryAgain?.()} />
      ) : rows.length > 0 ? (
        <RecordGrid
          label={title}
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowTo={props.rowTo}
          rowGone={props.rowGone}
          total={total}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          selection={selection}
          rowActions={props.rowActions}
          onPreview={preview && ((row) => setPanel({ previewed: rowId(row) }))}
          isPreviewing={previewed !== undefined}
          onLoadMore={isLoading ? undefined : props.onLoadMore}
        />
      ) : isLoading ? (
        <SkeletonLines rows={12} />
      ) : (
        <EmptyList
          isFiltered={filters.length > 0}
          text={empty.text}
          action={empty.action}
          onClearFilters={() => change({ filters: [] })}
        />
      )}
      <ListFoot
        total={error === null ? total : null}
        loaded={rows.length}
        selection={selection}
        bulkActions={bulkActions}
      />
      {panel === 'columns' && (
        <Suspense>
          <ColumnChooser
            columns={props.columns}
            shown={columns.map((column) => column.id)}
            onChoose={props.onChooseColumns}
            onClose={() => setPanel(null)}
          />
        </Suspense>
      )}
      {previewed !== undefined && preview && (
        <SidePanel title={t('preview')} onClose={() => setPanel(null)} isFollowing>
          {preview(previewed)}
        </SidePanel>
      )}
    </div>
  );
}
