import { localize } from '@handoff/core/platform/text/localize';
import { ticketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate } from '@remix-run/react';
import { Download, Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { FaultNote } from '~/admin/fault-note.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { FlowPicture } from '~/flow/flow-picture.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useSave } from '~/admin/use-save.ts';
import { Chip } from '~/mark/chip.tsx';
import { createDraftMutation } from './designer/draft-operations.ts';
import { setTicketTypeActiveMutation, ticketTypeQuery } from './ticket-type-operations.ts';

export const handle = { i18n: ['ticket-type', 'flow'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, ticketTypeQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'TicketType') throw new Response(null, { status: 404 });
  const { currentVersion, ...type } = node;
  return { type, definition: currentVersion ? ticketTypeDefinition.parse(currentVersion.definition) : null };
}

export const action = defineAction({ setActive: setTicketTypeActiveMutation, edit: createDraftMutation });

export default function TicketTypePage() {
  const { t, i18n } = useTranslation('ticket-type');
  const { type, definition } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const designing = useSave((value) => {
    const { draft } = value as { draft?: { id: string } };
    if (draft) navigate(`/ticket-types/drafts/${encodeURIComponent(draft.id)}/form`);
  });
  const fields = definition?.form.sections.flatMap((section) => section.fields) ?? [];
  return (
    <AdminPage
      title={type.name.text}
      back="/ticket-types"
      actions={
        <>
          <Chip tone={type.isActive ? 'ok' : 'mute'}>{t(type.isActive ? 'enabled' : 'disabled')}</Chip>
          <ActButton
            intent="setActive"
            input={{ typeId: type.id, isActive: !type.isActive }}
            isDangerous={type.isActive}
          >
            {t(type.isActive ? 'disable' : 'enable')}
          </ActButton>
          <Button
            component="a"
            href={`/ticket-types/${encodeURIComponent(type.id)}/export`}
            startIcon={<Download size={16} />}
          >
            {t('export')}
          </Button>
          <Button
            variant="contained"
            color="primary"
            startIcon={<Pencil size={16} />}
            aria-disabled={designing.isSaving}
            onClick={() => designing.save('edit', { typeId: type.id })}
          >
            {t('design')}
          </Button>
        </>
      }
    >
      <FaultNote fault={designing.fault} />
      {definition && (
        <section className="admin-section">
          <h2>{t('flow')}</h2>
          <FlowPicture flow={definition.flow} />
        </section>
      )}
      <section className="admin-section">
        <h2>{t('fields')}</h2>
        <AdminTable
          label={t('fields')}
          rows={fields}
          rowId={(field) => field.key}
          empty={t('noFields')}
          columns={[
            { header: t('field'), cell: (field) => (field.label ? localize(field.label, i18n.language) : field.key) },
            { header: t('key'), cell: (field) => <span className="mono">{field.key}</span> },
            { header: t('kind'), cell: (field) => <span className="mono">{field.type}</span> },
          ]}
        />
      </section>
      <section className="admin-section">
        <h2>{t('versions')}</h2>
        <p>
          <Link to={`/ticket-types/${encodeURIComponent(type.id)}/versions`}>{t('allVersions')}</Link>
        </p>
        <AdminTable
          label={t('versions')}
          rows={type.versions}
          rowId={(version) => version.id}
          empty={t('noVersions')}
          columns={[
            { header: t('version'), cell: (version) => `v${version.number}` },
            { header: t('published'), cell: (version) => <Moment at={version.publishedAt} /> },
            { header: t('by'), cell: (version) => version.publishedBy?.name ?? '–' },
          ]}
        />
      </section>
    </AdminPage>
  );
}
