import type { FlowEdge, FlowNode } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from '~/condition/condition-editor.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import { MoveButtons } from '~/mark/move-buttons.tsx';
import { CheckBox } from './check-box.tsx';
import { useFlowDesign } from './design-context.tsx';
import {
  changeEdge,
  connect,
  isForked,
  moveWay,
  outcomesOf,
  redirect,
  removeEdge,
  setDefault,
  waysOf,
} from './edit-flow.ts';

/** Where a ticket may go from a node: with conditions out of a branch, by outcome out of a step. */
export function Ways({ node }: { node: FlowNode }) {
  const { t, i18n } = useTranslation('flow-designer');
  const { flow, change } = useFlowDesign();
  if (node.kind === 'end') return null;
  const ways = waysOf(flow, node.id);
  const usual = ways.filter((edge) => !edge.outcome);
  const missing = outcomesOf(node).filter((outcome) => !ways.some((edge) => edge.outcome === outcome));
  const targets = flow.nodes
    .filter(({ kind }) => kind !== 'start')
    .map(({ id, name }) => ({ value: id, label: localize(name, i18n.language) }));
  const fallback = usual.at(-1)?.to ?? targets.find(({ value }) => value !== node.id)?.value;
  const canAdd = usual.length === 0 || isForked(node);
  return (
    <section className="flow-ways" aria-label={t('ways')}>
      <h3>{t(node.kind === 'branch' ? 'waysInOrder' : 'ways')}</h3>
      {ways.map((edge, index) => (
        <Way
          key={edge.id}
          edge={edge}
          node={node}
          targets={targets}
          number={index + 1}
          isFirst={index === 0}
          isLast={usual.filter((one) => !one.isDefault).at(-1)?.id === edge.id}
        />
      ))}
      {fallback !== undefined && (
        <div className="condition-acts">
          {canAdd && (
            <Button
              size="small"
              startIcon={<Plus size={14} />}
              onClick={() => change(connect(flow, node.id, fallback))}
            >
              {t('addWay')}
            </Button>
          )}
          {missing.map((outcome) => (
            <Button
              key={outcome}
              size="small"
              startIcon={<Plus size={14} />}
              onClick={() => change(connect(flow, node.id, fallback, outcome))}
            >
              {t(`outcome.${outcome}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

interface WayProps {
  edge: FlowEdge;
  node: FlowNode;
  targets: { value: string; label: string }[];
  number: number;
  isFirst: boolean;
  isLast: boolean;
}

function Way({ edge, node, targets, number, isFirst, isLast }: WayProps) {
  const { t } = useTranslation('flow-designer');
  const { flow, change, fields } = useFlowDesign();
  const isOrdered = node.kind === 'branch' && !edge.isDefault && !edge.outcome;
  const name = edge.outcome ? t(`outcome.${edge.outcome}`) : t(edge.isDefault ? 'otherwise' : 'wayNumber', { number });
  return (
    <fieldset className="flow-way">
      <legend className="visually-hidden">{name}</legend>
      <div className="flow-way-head">
        <b className="spread">{name}</b>
        {isOrdered && (
          <MoveButtons
            up={t('earlier', { name })}
            down={t('later', { name })}
            isFirst={isFirst}
            isLast={isLast}
            onMove={(by) => change(moveWay(flow, edge.id, by))}
          />
        )}
        <IconButton
          size="small"
          aria-label={t('removeWay', { name })}
          onClick={() => change(removeEdge(flow, edge.id))}
        >
          <X size={14} />
        </IconButton>
      </div>
      <SelectInput
        name="to"
        label={t('goTo')}
        isRequired
        value={edge.to}
        options={targets}
        onChange={(to) => to && change(redirect(flow, edge.id, to))}
      />
      {(isForked(node) || edge.label) && (
        <LocalizedInput
          name="label"
          label={t('wayLabel')}
          value={edge.label}
          onChange={(label) => {
            const { label: _label, ...rest } = edge;
            change(changeEdge(flow, label ? { ...rest, label } : rest), `${edge.id}.label`);
          }}
        />
      )}
      {(isOrdered || edge.when) && (
        <ConditionEditor
          label={t('when')}
          fields={fields}
          value={edge.when}
          onChange={(when) => {
            const { when: _when, ...rest } = edge;
            change(changeEdge(flow, when ? { ...rest, when } : rest), `${edge.id}.when`);
          }}
        />
      )}
      {node.kind === 'branch' && !edge.outcome && (
        <CheckBox
          label={t('isDefault')}
          checked={edge.isDefault ?? false}
          onChange={(isOn) => {
            const { isDefault: _isDefault, ...rest } = edge;
            change(isOn ? setDefault(flow, edge.id) : changeEdge(flow, rest));
          }}
        />
      )}
    </fieldset>
  );
}
