import './parameter.css';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate } from '@remix-run/react';
import { ArrowDown, ArrowUp, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { FaultNote } from '~/admin/fault-note.tsx';
import { LabelledForm } from '~/admin/labelled-form.tsx';
import { unlessEnded } from '~/admin/unless-ended.ts';
import { useSave } from '~/admin/use-save.ts';
import { SelectInput } from '~/form/select-input.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { behindAll, inTreeOrder } from './option-tree.ts';
import {
  createParameterOptionMutation,
  deleteParameterMutation,
  deleteParameterOptionMutation,
  moveParameterOptionMutation,
  parameterQuery,
  updateParameterMutation,
  updateParameterOptionMutation,
  type ParameterOption,
  type ParameterRecord,
} from './parameter-operations.ts';

export const handle = { i18n: ['parameter'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, parameterQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'Parameter') throw new Response(null, { status: 404 });
  return node;
}

export const action = defineAction({
  update: updateParameterMutation,
  delete: deleteParameterMutation,
  createOption: createParameterOptionMutation,
  updateOption: updateParameterOptionMutation,
  moveOption: moveParameterOptionMutation,
  deleteOption: deleteParameterOptionMutation,
});

export const shouldRevalidate = unlessEnded('delete');

type Open = 'new' | 'name' | ParameterOption;

/** The values of a list: what each is called, whether it is offered, and who changed it. */
export default function ParameterPage() {
  const { t } = useTranslation('parameter');
  const parameter = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const rows = inTreeOrder(parameter.options);
  const { id: parameterId, version, isActive } = parameter;
  const list = { parameterId, expectedVersion: version };
  const which = ({ id, version }: ParameterOption) => ({ optionId: id, expectedVersion: version });
  return (
    <AdminPage
      title={parameter.label.text}
      back="/admin/parameters"
      actions={
        <>
          <Button startIcon={<Pencil size={14} />} onClick={() => setOpen('name')}>
            {t('rename')}
          </Button>
          <ActButton intent="update" input={{ ...list, isActive: !isActive }}>
            {t(isActive ? 'disableList' : 'enableList')}
          </ActButton>
          {!parameter.isBuiltIn && (
            <ActButton intent="delete" input={list} isDangerous onSaved={() => navigate('/admin/parameters')}>
              {t('deleteList')}
            </ActButton>
          )}
          <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setOpen('new')}>
            {t('newValue')}
          </Button>
        </>
      }
    >
      <p className="quiet">{t(isActive ? 'valuesHint' : 'listOutOfUse')}</p>
      <AdminTable
        label={parameter.label.text}
        rows={rows}
        rowId={({ option }) => option.id}
        empty={t('noValues')}
        columns={[
          {
            header: t('value'),
            cell: ({ option, level }) => (
              <button
                type="button"
                className="link-button parameter-value"
                data-level={level}
                aria-label={t('edit', { name: `${option.label.en} · ${option.label.zh}` })}
                onClick={() => setOpen(option)}
              >
                {option.label.en} · {option.label.zh}
              </button>
            ),
          },
          { header: t('key'), cell: ({ option }) => <span className="mono">{option.key}</span> },
          {
            header: t('order'),
            cell: ({ option, place, isLast }) => (
              <>
                <MoveButton option={option} place={place - 1} isOut={place === 0} />
                <MoveButton option={option} place={place + 1} isOut={isLast} isDown />
              </>
            ),
          },
          {
            header: t('changed'),
            cell: ({ option }) => (
              <>
                <Moment at={option.updatedAt} /> {option.updatedBy?.name}
              </>
            ),
          },
          {
            header: t('state'),
            cell: ({ option }) => (
              <>
                <Chip tone={option.isActive ? 'ok' : 'mute'}>{t(option.isActive ? 'inUse' : 'outOfUse')}</Chip>{' '}
                <ActButton intent="updateOption" input={{ ...which(option), isActive: !option.isActive }}>
                  {t(option.isActive ? 'disable' : 'enable')}
                </ActButton>{' '}
                <ActButton intent="deleteOption" input={which(option)} isDangerous>
                  {t('delete')}
                </ActButton>
              </>
            ),
          },
        ]}
      />
      {open && (
        <SidePanel
          title={open === 'new' ? t('newValue') : open === 'name' ? t('rename') : open.label.text}
          onClose={() => setOpen(null)}
        >
          {open === 'name' ? (
            <LabelledForm
              intent="update"
              record={parameter}
              keyHint=""
              fixed={list}
              submitLabel={t('save')}
              onSaved={() => setOpen(null)}
            />
          ) : (
            <OptionForm
              key={open === 'new' ? 'new' : open.id}
              parameter={parameter}
              option={open === 'new' ? null : open}
              onSaved={() => setOpen(null)}
            />
          )}
        </SidePanel>
      )}
    </AdminPage>
  );
}

interface MoveButtonProps {
  option: ParameterOption;
  place: number;
  isOut: boolean;
  isDown?: boolean;
}

function MoveButton({ option, place, isOut, isDown = false }: MoveButtonProps) {
  const { t } = useTranslation('parameter');
  const { save, fault, isSaving } = useSave();
  const Icon = isDown ? ArrowDown : ArrowUp;
  return (
    <>
      <IconButton
        size="small"
        disabled={isOut}
        aria-label={t(isDown ? 'down' : 'up', { name: option.label.text })}
        onClick={() => !isSaving && save('moveOption', { optionId: option.id, expectedVersion: option.version, place })}
      >
        <Icon size={16} />
      </IconButton>
      <FaultNote fault={fault} />
    </>
  );
}

interface OptionFormProps {
  parameter: ParameterRecord;
  option: ParameterOption | null;
  onSaved: () => void;
}

function OptionForm({ parameter, option, onSaved }: OptionFormProps) {
  const { t } = useTranslation('parameter');
  const [parentId, setParentId] = useState<string | null>(null);
  const fixed = option
    ? { optionId: option.id, expectedVersion: option.version }
    : { parameterId: parameter.id, parentId, position: behindAll(parameter.options) };
  return (
    <LabelledForm
      intent={option ? 'updateOption' : 'createOption'}
      record={option}
      keyHint={t('valueKeyHint')}
      fixed={fixed}
      submitLabel={t(option ? 'save' : 'addValue')}
      onSaved={onSaved}
    >
      {!option && parameter.kind === 'TREE' && (
        <SelectInput
          name="parent"
          label={t('under')}
          value={parentId}
          placeholder={t('top')}
          options={inTreeOrder(parameter.options).map(({ option: each, level }) => ({
            value: each.id,
            label: `${'– '.repeat(level)}${each.label.text}`,
          }))}
          onChange={setParentId}
        />
      )}
    </LabelledForm>
  );
}
