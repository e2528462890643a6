import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { ConfirmCount } from '~/admin/confirm-count.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import type { FormField } from '~/admin/form-field.ts';
import { RecordForm } from '~/admin/record-form.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { writeListUrl } from '~/list/list-url.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import {
  createTagMutation,
  deleteTagMutation,
  mergeTagMutation,
  tagsQuery,
  updateTagMutation,
} from './tag-operations.ts';

export const handle = { i18n: ['tag'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { tags } = await executeOperation(request, tagsQuery);
  return tags;
}

export const action = defineAction({
  create: createTagMutation,
  update: updateTagMutation,
  merge: mergeTagMutation,
  delete: deleteTagMutation,
});

type TagLine = Awaited<ReturnType<typeof loader>>[number];

const levelOf = ({ path, name }: TagLine) => (path === name ? 0 : path.slice(0, -name.length - 3).split(' / ').length);
/** The list of those that carry a tag. */
const carrying = (list: string, id: string) =>
  `${list}?${writeListUrl({ view: 'all', filters: [{ field: 'tag', operator: 'any', values: [id] }], sort: null, query: '' }).toString()}`;
const isBelow = (tag: TagLine, other: TagLine) => other.id === tag.id || other.path.startsWith(`${tag.path} / `);

/** The tree of tags, and what can be done to each. */
export default function TagsPage() {
  const { t } = useTranslation('tag');
  const { number } = useFormat();
  const tags = useLoaderData<typeof loader>();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = tags.find(({ id }) => id === openId);
  const close = () => setOpenId(null);
  const places = tags.filter((tag) => !open || !isBelow(open, tag));
  const fields: FormField[] = [
    { name: 'name', label: t('name'), kind: 'text', isRequired: true, hint: t('nameHint') },
    {
      name: 'parentId',
      label: t('parent'),
      kind: 'select',
      options: places.map(({ id, path }) => ({ value: id, label: path })),
      hint: t('top'),
    },
  ];
  return (
    <AdminPage
      title={t('title')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setOpenId('new')}>
          {t('new')}
        </Button>
      }
    >
      <p className="quiet">
        {t('hint')} {t('limit', { count: tags.length })}
      </p>
      <AdminTable
        label={t('title')}
        rows={tags}
        rowId={({ id }) => id}
        empty={t('empty')}
        columns={[
          {
            header: t('name'),
            cell: (tag) => (
              <span style={{ paddingLeft: levelOf(tag) * 20 }}>
                <Button variant="text" size="small" onClick={() => setOpenId(tag.id)}>
                  {tag.name}
                </Button>
              </span>
            ),
          },
          {
            header: t('tickets'),
            cell: ({ id, ticketCount }) => <Link to={carrying('/tickets', id)}>{number(ticketCount)}</Link>,
          },
          {
            header: t('customers'),
            cell: ({ id, customerCount }) => <Link to={carrying('/customers', id)}>{number(customerCount)}</Link>,
          },
          {
            header: t('state'),
            cell: ({ isActive, isOffered }) => (
              <Chip tone={isOffered ? 'ok' : 'mute'}>
                {t(isOffered ? 'inUse' : isActive ? 'aboveOut' : 'outOfUse')}
              </Chip>
            ),
          },
        ]}
      />
      {(open ?? openId === 'new') && (
        <SidePanel title={open?.name ?? t('new')} onClose={close}>
          <RecordForm
            key={`${open?.id ?? 'new'}-${open?.version ?? 0}`}
            intent={open ? 'update' : 'create'}
            fields={fields}
            initial={{ name: open?.name ?? '', parentId: open?.parent?.id ?? '' }}
            fixed={open ? { tagId: open.id, expectedVersion: open.version } : undefined}
            submitLabel={t(open ? 'save' : 'create')}
            onSaved={close}
          />
          {open && <TagActs key={open.id} tag={open} tags={tags} onDone={close} />}
        </SidePanel>
      )}
    </AdminPage>
  );
}

interface TagActsProps {
  tag: TagLine;
  tags: readonly TagLine[];
  onDone: () => void;
}

/** Taking a tag out of use, and what many records lose or carry afterwards. */
function TagActs({ tag, tags, onDone }: TagActsProps) {
  const { t } = useTranslation('tag');
  const [intoId, setIntoId] = useState<string | null>(null);
  const which = { tagId: tag.id, expectedVersion: tag.version };
  const count = tag.ticketCount + tag.customerCount;
  const removal = { ...which, confirmedRecords: count };

  const hasChildren = tags.some((other) => other.parent?.id === tag.id);
  return (
    <section className="admin-section">
      <p className="small quiet">{t(hasChildren ? 'hasChildren' : 'disableHint')}</p>
      <div className="admin-acts">
        <ActButton intent="update" input={{ ...which, isActive: !tag.isActive }} onSaved={onDone}>
          {t(tag.isActive ? 'disable' : 'enable')}
        </ActButton>
        {!hasChildren && (
          <>
            <ConfirmCount
              title={t('merge')}
              text={t('mergeText', { count })}
              doIt={t('mergeRecords', { count })}
              count={count}
              intent="merge"
              input={{ ...removal, intoId }}
              isReady={intoId !== null}
              onDone={onDone}
            >
              <SelectInput
                name="into"
                label={t('into')}
                isRequired
                value={intoId}
                options={tags.filter(({ id }) => id !== tag.id).map(({ id, path }) => ({ value: id, label: path }))}
                onChange={setIntoId}
              />
            </ConfirmCount>
            <ConfirmCount
              title={t('delete')}
              text={t('deleteText', { count })}
              doIt={t('deleteRecords', { count })}
              count={count}
              intent="delete"
              input={removal}
              onDone={onDone}
            />
          </>
        )}
      </div>
    </section>
  );
}
