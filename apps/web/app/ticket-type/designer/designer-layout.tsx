import '~/admin/admin.css';
import './designer.css';
import { asInForm, type SharedField } from '@handoff/core/field/shared-field';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, NavLink, Outlet, useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { ChevronLeft, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { customerChoicesOf } from '~/sla/customer-choices.ts';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import { ClashDialog } from './clash-dialog.tsx';
import { DraftProvider, useDraft } from './draft-context.tsx';
import { draftQuery, saveDraftMutation } from './draft-operations.ts';
import { LeaveDesigner } from './leave-designer.tsx';
import { ProblemDock } from './problem-dock.tsx';

export const handle = {
  i18n: ['designer', 'admin', 'form', 'flow', 'ticket', 'condition', 'flow-designer', 'simulation', 'sla', 'notifier'],
};

const tabs = ['basics', 'form', 'flow', 'sla', 'permissions', 'try', 'backtest', 'publish'] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = params.id ?? '';
  const data = await executeOperation(request, draftQuery, { id });
  const { node } = data;
  if (node?.__typename !== 'TicketTypeDraft') throw new Response(null, { status: 404 });
  const path = `/ticket-types/drafts/${encodeURIComponent(id)}`;
  if (new URL(request.url).pathname.replace(/(\.data|\/)$/, '') === path) throw redirect(`${path}/form`);
  return {
    path,
    draft: { ...node, definition: node.definition as TicketTypeDefinition },
    lists: {
      groups: data.serviceGroups,
      roles: data.roles,
      calendars: data.calendars,
      notifierChannels: data.notifierChannels,
      sharedFields: data.fields.filter(({ isActive }) => isActive).map(({ definition }) => definition as SharedField),
      customerFields: data.customerFields.flatMap(({ definition, isActive }) =>
        definition && isActive ? [asInForm(definition as SharedField)] : [],
      ),
      customers: customerChoicesOf(data),
      ticketTypes: data.ticketTypes.map(({ id: typeId, key, name }) => ({ id: typeId, key, name: name.text })),
    },
  };
}

export const action = defineAction({ save: saveDraftMutation });

/** The page holds the draft itself; what it saves need not be read again. */
export const shouldRevalidate = ({ formMethod, currentParams, nextParams }: ShouldRevalidateFunctionArgs) =>
  formMethod === undefined && currentParams['id'] !== nextParams['id'];

function Saving() {
  const { t } = useTranslation('designer');
  const { state, savedAt, fault, clash } = useDraft();
  if (state === 'failed' && !clash) return <FaultNote fault={fault} />;
  return (
    <span className="small quiet" role="status">
      {state === 'saved' ? (
        <>
          {t('saved')} <Moment at={savedAt} />
        </>
      ) : (
        t('saving')
      )}
    </span>
  );
}

function DesignerHead({ path, basedOn }: { path: string; basedOn: number | null }) {
  const { t, i18n } = useTranslation('designer');
  const { definition, undo, redo, canUndo, canRedo } = useDraft();
  useShortcuts([
    { keys: 'mod+z', label: t('undo'), run: undo },
    { keys: 'mod+shift+z', label: t('redo'), run: redo },
  ]);
  return (
    <>
      <header className="admin-head">
        <Link to="/ticket-types" className="admin-back" aria-label={t('back')}>
          <ChevronLeft size={18} />
        </Link>
        <PageHeading className="cut">{localize(definition.name, i18n.language)}</PageHeading>
        <Chip tone="mute">{basedOn === null ? t('neverPublished') : t('basedOn', { number: basedOn })}</Chip>
        <span className="spread" />
        <Saving />
        <IconButton aria-label={t('undo')} disabled={!canUndo} onClick={undo}>
          <Undo2 />
        </IconButton>
        <IconButton aria-label={t('redo')} disabled={!canRedo} onClick={redo}>
          <Redo2 />
        </IconButton>
        <Button className="designer-review" component={Link} to={`${path}/publish`} variant="contained" color="primary">
          {t('review')}
        </Button>
      </header>
      <nav className="tabs designer-tabs" aria-label={t('parts')}>
        {tabs.map((tab) => (
          <NavLink key={tab} to={`${path}/${tab}`}>
            {t(`tab.${tab}`)}
          </NavLink>
        ))}
      </nav>
    </>
  );
}

export default function DesignerLayout() {
  const { draft, lists, path } = useLoaderData<typeof loader>();
  return (
    <DraftProvider key={draft.id} initial={draft} lists={lists} action={path}>
      <div className="designer">
        <DesignerHead path={path} basedOn={draft.basedOn?.number ?? null} />
        <div className="designer-body">
          <Outlet />
        </div>
        <ProblemDock path={path} />
      </div>
      <ClashDialog />
      <LeaveDesigner path={path} />
    </DraftProvider>
  );
}
