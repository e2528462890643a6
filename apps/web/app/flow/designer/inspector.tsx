import type { FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { nodeOf } from '@handoff/core/flow/flow-graph';
import { localize } from '@handoff/core/platform/text/localize';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CircleAlert, Copy, CopyPlus, Scissors, Trash2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { LocalizedInput } from '~/ticket-type/designer/localized-input.tsx';
import { useFlowDesign } from './design-context.tsx';
import { changeKind, changeNode, mayRemove } from './edit-flow.ts';
import { focusRow } from './focus-row.ts';
import { KindFields } from './kind-fields.tsx';
import { nodeKinds } from './node-menu.tsx';
import { Ways } from './ways.tsx';

/** Where the focus goes from the outline. */
export const inspectorId = 'flow-inspector';

/** Everything about the selected node; with none selected, what holds for the whole flow. */
export function Inspector() {
  const { t, i18n } = useTranslation(['flow-designer', 'flow']);
  const { flow, change, remove, nodes, selected, select, faults, defaults } = useFlowDesign();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone it stands below the outline, out of sight of whoever chose a node there.
    if (selected !== null && matchMedia('(max-width: 768px)').matches) place.current?.scrollIntoView();
  }, [selected]);
  const node = selected === null ? undefined : nodeOf(flow, selected);
  if (nodes.length > 1) return <PickedNodes />;
  if (!node) return <FlowFields />;
  const found = faults.get(node.id) ?? [];
  const kinds: readonly FlowNodeKind[] = node.kind === 'start' ? ['start'] : nodeKinds;
  return (
    <section
      key={node.id}
      ref={place}
      id={inspectorId}
      tabIndex={-1}
      className="flow-inspector"
      aria-label={t('inspector')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) focusRow(node.id);
      }}
    >
      <header className="flow-way-head">
        <h2 className="spread cut">{localize(node.name, i18n.language)}</h2>
        <IconButton size="small" aria-label={t('close')} onClick={() => select(null)}>
          <X size={16} />
        </IconButton>
      </header>
      {found.length > 0 && (
        <ul className="flow-faults">
          {found.map((fault) => (
            <li key={`${fault.path.join('/')}:${fault.code}`}>
              <CircleAlert size={14} className="tone-bad" /> {localize(fault.message, i18n.language)}
            </li>
          ))}
        </ul>
      )}
      <SelectInput
        name="kind"
        label={t('kindLabel')}
        isRequired
        isReadOnly={node.kind === 'start'}
        value={node.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`, { ns: 'flow' }) }))}
        onChange={(kind) => kind && change(changeKind(flow, node.id, kind as FlowNodeKind, defaults))}
      />
      <LocalizedInput
        name="name"
        label={t('name')}
        isRequired
        value={node.name}
        onChange={(name) => change(changeNode(flow, { ...node, name: name ?? { en: '', zh: '' } }), `${node.id}.name`)}
      />
      <LocalizedInput
        name="description"
        label={t('description')}
        rows={2}
        value={node.description}
        onChange={(description) => {
          const { description: _description, ...rest } = node;
          change(changeNode(flow, description ? { ...rest, description } : rest), `${node.id}.description`);
        }}
      />
      <KindFields node={node} onChange={(next, move) => change(changeNode(flow, next), move)} />
      <Ways node={node} />
      {mayRemove(flow, node.id) && (
        <div>
          <Button size="small" startIcon={<Trash2 size={14} />} onClick={() => remove([node.id])}>
            {t('delete')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** For several nodes: what can be done with all of them. */
function PickedNodes() {
  const { t, i18n } = useTranslation('flow-designer');
  const { flow, nodes, clipboard, removePicked } = useFlowDesign();
  return (
    <section className="flow-inspector" aria-label={t('inspector')}>
      <h2>{t('severalNodes', { count: nodes.length })}</h2>
      <p className="quiet">
        {nodes
          .flatMap((id) => nodeOf(flow, id) ?? [])
          .map(({ name }) => localize(name, i18n.language))
          .join(t('comma'))}
      </p>
      <div className="condition-acts">
        <Button size="small" startIcon={<Copy size={14} />} onClick={clipboard.copy}>
          {t('copy')}
        </Button>
        <Button size="small" startIcon={<Scissors size={14} />} onClick={clipboard.cut}>
          {t('cut')}
        </Button>
        <Button size="small" startIcon={<CopyPlus size={14} />} onClick={clipboard.duplicate}>
          {t('duplicate')}
        </Button>
        <Button size="small" className="tone-bad" startIcon={<Trash2 size={14} />} onClick={removePicked}>
          {t('deleteSeveral', { count: nodes.length })}
        </Button>
      </div>
    </section>
  );
}

function FlowFields() {
  const { t } = useTranslation('flow-designer');
  const { flow, change } = useFlowDesign();
  const { lists } = useDraft();
  return (
    <section className="flow-inspector" aria-label={t('inspector')}>
      <h2>{t('wholeFlow')}</h2>
      <p className="quiet">{t('selectHint')}</p>
      <p className="quiet flow-gestures">{t('gestures')}</p>
      <SelectInput
        name="fallbackGroup"
        label={t('fallbackGroup')}
        hint={t('fallbackHint')}
        isRequired
        value={flow.fallbackGroup}
        options={lists.groups.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(fallbackGroup) => fallbackGroup && change({ ...flow, fallbackGroup })}
      />
    </section>
  );
}
