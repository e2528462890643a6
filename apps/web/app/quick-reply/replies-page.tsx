import '~/admin/admin.css';
import './quick-reply.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { TextInput } from '~/form/text-input.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { SidePanel } from '~/panel/side-panel.tsx';
import {
  createQuickReplyMutation,
  deleteQuickReplyMutation,
  quickRepliesQuery,
  updateQuickReplyMutation,
} from './quick-reply-operations.ts';
import { ReplyForm } from './reply-form.tsx';

export const handle = { i18n: ['quick-reply', 'admin', 'form', 'list'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const isShared = pathname.startsWith('/admin');
  const { quickReplies, placeholders, serviceGroups } = await executeOperation(request, quickRepliesQuery, {
    keeping: isShared ? 'SHARED' : 'OWN',
    search: searchParams.get('q')?.trim().slice(0, 100) ?? null,
    after: searchParams.get('after'),
  });
  const { pageInfo, edges } = quickReplies;
  return { replies: edges.map(({ node }) => node), pageInfo, placeholders, groups: serviceGroups, isShared };
}

export const action = defineAction({
  create: createQuickReplyMutation,
  update: updateQuickReplyMutation,
  delete: deleteQuickReplyMutation,
});

/** One's own quick replies, or, under administration, those that are shared. */
export default function RepliesPage() {
  const { t } = useTranslation('quick-reply');
  const { replies, pageInfo, placeholders, groups, isShared } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = replies.find(({ id }) => id === openId);
  const close = () => setOpenId(null);
  const next = new URLSearchParams(search);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  return (
    <AdminPage
      title={t(isShared ? 'shared' : 'own')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setOpenId('new')}>
          {t('new')}
        </Button>
      }
    >
      <p className="quiet">{t('hint')}</p>
      <Form role="search" className="admin-filter">
        <TextInput name="q" label={t('search')} defaultValue={search.get('q') ?? ''} />
        <Button type="submit">{t('find')}</Button>
      </Form>
      <AdminTable
        label={t('title')}
        rows={replies}
        rowId={({ id }) => id}
        empty={t(search.get('q') ? 'noMatch' : 'empty')}
        columns={[
          {
            header: t('name'),
            cell: ({ id, name }) => (
              <Button variant="text" size="small" onClick={() => setOpenId(id)}>
                {name}
              </Button>
            ),
          },
          { header: t('folder'), cell: ({ folder }) => folder || '–' },
          { header: t('code'), cell: ({ code }) => (code ? <span className="mono">/{code}</span> : '–') },
          { header: t('body'), cell: ({ body }) => <span className="small quiet reply-text">{body}</span> },
          ...(isShared
            ? [
                {
                  header: t('with'),
                  cell: ({ sharing, groups }: (typeof replies)[number]) =>
                    sharing === 'ALL' ? t('everybody') : groups.map(({ name }) => name).join(t('comma')),
                },
              ]
            : []),
        ]}
      />
      {pageInfo.hasNextPage && (
        <Button component={Link} to={`?${next}`}>
          {t('more')}
        </Button>
      )}
      {(open ?? openId === 'new') && (
        <SidePanel title={open?.name ?? t('new')} width={560} onClose={close}>
          <ReplyForm
            key={`${open?.id ?? 'new'} ${open?.version ?? 0}`}
            reply={open}
            groups={groups}
            placeholders={placeholders}
            isShared={isShared}
            onSaved={close}
          >
            {open && (
              <ActButton
                intent="delete"
                input={{ quickReplyId: open.id, expectedVersion: open.version }}
                isDangerous
                onSaved={close}
              >
                {t('delete')}
              </ActButton>
            )}
          </ReplyForm>
        </SidePanel>
      )}
    </AdminPage>
  );
}
