import './quick-reply.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { TextInput } from '~/form/text-input.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { SharedRecordsPage } from '~/sharing/shared-records-page.tsx';
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
  return (
    <SharedRecordsPage
      title={t(isShared ? 'shared' : 'own')}
      label={t('title')}
      hint={t('hint')}
      newLabel={t('new')}
      empty={t(search.get('q') ? 'noMatch' : 'empty')}
      search={
        <Form role="search" className="admin-filter">
          <TextInput name="q" label={t('search')} defaultValue={search.get('q') ?? ''} />
          <Button type="submit">{t('find')}</Button>
        </Form>
      }
      rows={replies}
      pageInfo={pageInfo}
      isShared={isShared}
      columns={[
        { header: t('code'), cell: ({ code }) => (code ? <span className="mono">/{code}</span> : '–') },
        { header: t('body'), cell: ({ body }) => <span className="small quiet reply-text">{body}</span> },
      ]}
      form={(open, close) => (
        <ReplyForm reply={open} groups={groups} placeholders={placeholders} isShared={isShared} onSaved={close}>
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
      )}
    />
  );
}
