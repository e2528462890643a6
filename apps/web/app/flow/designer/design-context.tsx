import type { FlowDefinition } from '@handoff/core/flow/flow-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import type { Fault } from '@handoff/core/platform/fault';
import { URGENCIES } from '@handoff/core/platform/urgency';
import { checkDefinition } from '@handoff/core/ticket-type/check-definition';
import { createContext, useCallback, useContext, useDeferredValue, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField } from '~/condition/edit-condition.ts';
import { formConditionFields } from '~/condition/form-condition-fields.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { forgetNode, mayRemove, removeEdge } from './edit-flow.ts';
import { removeNodes } from './parts/move-nodes.ts';
import type { NodeDefaults } from './new-node.ts';
import type { Clipboard } from '~/ticket-type/designer/clipboard.ts';
import { useFlowClipboard } from './parts/use-flow-clipboard.ts';
import { usePicked, type Picked } from './use-picked.ts';

export interface FlowDesign extends Picked {
  flow: FlowDefinition;
  /** `move` names what is typed into, so that a word is one step back. */
  change: (flow: FlowDefinition, move?: string) => void;
  /** Takes nodes out of the flow, and out of what the form says of them. */
  remove: (nodes: readonly string[]) => void;
  /** Takes out what is selected: a way, or nodes. */
  removePicked: () => void;
  clipboard: Clipboard;
  /** What is wrong with each node and its ways, by the node's id. */
  faults: ReadonlyMap<string, readonly Fault[]>;
  /** What conditions may read: the form and the urgency. */
  fields: readonly ConditionField[];
  defaults: NodeDefaults;
}

const DesignContext = createContext<FlowDesign | null>(null);

/** The flow that is designed on this page. */
export function useFlowDesign(): FlowDesign {
  const design = useContext(DesignContext);
  if (!design) throw new Error('useFlowDesign belongs inside the flow designer');
  return design;
}

function useFaults(): FlowDesign['faults'] {
  const definition = useDeferredValue(useDraft().definition);
  return useMemo(() => {
    const found = new Map<string, Fault[]>();
    for (const fault of checkDefinition(definition)) {
      const [part, list, index] = fault.path;
      if (part !== 'flow' || typeof index !== 'number') continue;
      const id = list === 'nodes' ? definition.flow.nodes[index]?.id : definition.flow.edges[index]?.from;
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), fault]);
    }
    return found;
  }, [definition]);
}

/** Holds what the outline, the picture and the inspector share. */
export function FlowDesignProvider({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('flow-designer');
  const { definition, edit, lists } = useDraft();
  const { form, flow } = definition;
  const picked = usePicked(flow);
  const faults = useFaults();
  const fields = useMemo<ConditionField[]>(
    () => [
      ...formConditionFields(form, i18n.language),
      {
        key: 'ticket.urgency',
        label: t('ticketUrgency'),
        kind: 'choice',
        options: URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`, { ns: 'designer' }) })),
      },
    ],
    [form, i18n.language, t],
  );
  const change = useCallback(
    (next: FlowDefinition, move?: string) => next !== flow && edit({ ...definition, flow: next }, move),
    [definition, edit, flow],
  );
  const remove = useCallback(
    (nodes: readonly string[]) => {
      const gone = nodes.filter((id) => mayRemove(flow, id));
      if (gone.length === 0) return;
      const rest: FormDefinition = gone.reduce(forgetNode, form);
      edit({ ...definition, flow: removeNodes(flow, gone), form: rest });
    },
    [definition, edit, flow, form],
  );
  const clipboard = useFlowClipboard(picked, remove);
  const ticketType = lists.ticketTypes[0]?.key ?? '';
  const design = useMemo<FlowDesign>(
    () => ({
      ...picked,
      flow,
      change,
      remove,
      removePicked: () => (picked.way === null ? remove(picked.nodes) : change(removeEdge(flow, picked.way))),
      clipboard,
      faults,
      fields,
      defaults: { ticketType },
    }),
    [picked, flow, change, remove, clipboard, faults, fields, ticketType],
  );
  return <DesignContext.Provider value={design}>{children}</DesignContext.Provider>;
}
