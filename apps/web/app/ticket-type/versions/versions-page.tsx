import '../designer/designer.css';
import { ticketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate, useSearchParams } from '@remix-run/react';
import { Copy, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { FlowPicture } from '~/flow/flow-picture.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { ChangeList } from '../designer/change-list.tsx';
import { createDraftMutation } from '../designer/draft-operations.ts';
import { NewTypePanel } from '../designer/new-type-panel.tsx';
import {
  deleteTicketTypeMutation,
  setTicketTypeActiveMutation,
  versionsQuery,
  versionsToCompareQuery,
} from '../ticket-type-operations.ts';
import { compareFlows } from './compare-flows.ts';
import { DeleteTypeDialog } from './delete-type-dialog.tsx';

export const handle = { i18n: ['ticket-type', 'designer', 'flow', 'form', 'condition', 'sla'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, versionsQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'TicketType') throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const numbered = (name: string, otherwise: number) => {
    const number = Number(searchParams.get(name) ?? otherwise);
    return node.versions.find((version) => version.number === number);
  };
  const latest = node.versions[0]?.number ?? 0;
  const [before, after] = [numbered('from', latest - 1), numbered('to', latest)];
  if (!before || !after) return { type: node, compared: null };
  const pair = await executeOperation(request, versionsToCompareQuery, {
    before: before.id,
    after: after.id,
    since: before.number,
  });
  if (pair.before?.__typename !== 'TicketTypeVersion' || pair.after?.__typename !== 'TicketTypeVersion')
    throw new Response(null, { status: 404 });
  return {
    type: node,
    compared: {
      from: before.number,
      to: after.number,
      changes: pair.after.changesSince ?? [],
      before: ticketTypeDefinition.parse(pair.before.definition),
      after: ticketTypeDefinition.parse(pair.after.definition),
    },
  };
}

export const action = defineAction({
  setActive: setTicketTypeActiveMutation,
  create: createDraftMutation,
  delete: deleteTicketTypeMutation,
});

type Compared = NonNullable<Awaited<ReturnType<typeof loader>>['compared']>;

/** Every published version of a type: who and when, what is different, and what can be done with it. */
export default function VersionsPage() {
  const { t } = useTranslation(['ticket-type', 'designer']);
  const { type, compared } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const [isCopying, setIsCopying] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const taking = useSave((value) => {
    const { draft } = value as { draft?: { id: string } };
    if (draft) navigate(`/ticket-types/drafts/${encodeURIComponent(draft.id)}/form`);
  });
  const path = `/ticket-types/${encodeURIComponent(type.id)}`;
  const state = type.isDeleted ? 'deleted' : type.isActive ? 'enabled' : 'disabled';
  return (
    <AdminPage
      title={t('versionsOf', { name: type.name.text })}
      back={path}
      actions={
        <>
          <Chip tone={type.isDeleted ? 'bad' : type.isActive ? 'ok' : 'mute'}>{t(state)}</Chip>
          {!type.isDeleted && (
            <>
              <ActButton
                intent="setActive"
                input={{ typeId: type.id, isActive: !type.isActive }}
                isDangerous={type.isActive}
              >
                {t(type.isActive ? 'disable' : 'enable')}
              </ActButton>
              <Button startIcon={<Copy size={16} />} onClick={() => setIsCopying(true)}>
                {t('copy')}
              </Button>
              <Button className="tone-bad" onClick={() => setIsDeleting(true)}>
                {t('delete.open')}
              </Button>
            </>
          )}
        </>
      }
    >
      <FaultNote fault={taking.fault} />
      <section className="admin-section">
        <AdminTable
          label={t('versions')}
          rows={type.versions}
          rowId={(version) => version.id}
          empty={t('noVersions')}
          columns={[
            {
              header: t('version'),
              cell: (version) => (
                <>
                  v{version.number}{' '}
                  {version.number === type.currentVersion?.number && <Chip tone="ok">{t('inForce')}</Chip>}
                </>
              ),
            },
            { header: t('published'), cell: (version) => <Moment at={version.publishedAt} /> },
            { header: t('by'), cell: (version) => version.publishedBy?.name ?? '–' },
            {
              header: t('use'),
              cell: (version) => (
                <>
                  {!type.isDeleted && (
                    <Button
                      size="small"
                      disabled={taking.isSaving}
                      aria-label={t('takeOne', { number: version.number })}
                      onClick={() => taking.save('create', { typeId: type.id, fromVersionId: version.id })}
                    >
                      {t('take')}
                    </Button>
                  )}
                  <Button
                    size="small"
                    component="a"
                    href={`${path}/export?version=${encodeURIComponent(version.id)}`}
                    aria-label={t('exportOne', { number: version.number })}
                    startIcon={<Download size={14} />}
                  >
                    {t('export')}
                  </Button>
                </>
              ),
            },
          ]}
        />
      </section>
      {compared ? (
        <Comparison compared={compared} numbers={type.versions.map((version) => version.number)} />
      ) : (
        <p className="quiet">{t('compare.onlyOne')}</p>
      )}
      {isCopying && (
        <NewTypePanel
          types={[{ value: type.id, label: type.name.text }]}
          copyOf={type.id}
          onClose={() => setIsCopying(false)}
        />
      )}
      {isDeleting && (
        <DeleteTypeDialog
          type={{ id: type.id, name: type.name.text, isActive: type.isActive }}
          count={type.ticketCount ?? { total: 0, open: 0 }}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => navigate('/ticket-types')}
        />
      )}
    </AdminPage>
  );
}

function Comparison({ compared, numbers }: { compared: Compared; numbers: readonly number[] }) {
  const { t } = useTranslation(['ticket-type', 'designer']);
  const [params, setParams] = useSearchParams();
  const { before, after, from, to, changes } = compared;
  const { flow, nodes, ways } = useMemo(() => compareFlows(before.flow, after.flow), [before, after]);
  const choose = (name: 'from' | 'to', value: string | null) => {
    const next = new URLSearchParams(params);
    next.set('from', String(from));
    next.set('to', String(to));
    if (value) next.set(name, value);
    setParams(next, { preventScrollReset: true });
  };
  const options = numbers.map((number) => ({ value: String(number), label: `v${number}` }));
  const isPictured = Object.keys(nodes).length + Object.keys(ways).length > 0;
  return (
    <section className="admin-section" aria-label={t('compare.title')}>
      <h2>{t('compare.title')}</h2>
      <div className="targets">
        {(['from', 'to'] as const).map((name) => (
          <SelectInput
            key={name}
            name={name}
            label={t(`compare.${name}`)}
            isRequired
            value={String(compared[name])}
            options={options}
            onChange={(value) => choose(name, value)}
          />
        ))}
      </div>
      <p role="status">{t('compare.count', { count: changes.length })}</p>
      <ChangeList changes={changes} definition={after} before={before} />
      {isPictured && (
        <>
          <p className="small quiet">
            <Chip tone="ok">{t('changes.added', { ns: 'designer' })}</Chip>{' '}
            <Chip tone="warn">{t('changes.changed', { ns: 'designer' })}</Chip>{' '}
            <Chip tone="bad">{t('changes.removed', { ns: 'designer' })}</Chip>
          </p>
          <FlowPicture flow={flow} states={nodes} ways={ways} />
        </>
      )}
    </section>
  );
}
